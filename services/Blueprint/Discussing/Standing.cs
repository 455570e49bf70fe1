using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>Who asks, and what they are to a layer.</summary>
/// <param name="InTeam">They write this layer: an editor of the municipality, or a member of the shared layer's team.</param>
/// <param name="SecondPerson">Deciding on one's own work takes somebody else. A municipality's own layer has such a rule only once two of its people work on it.</param>
/// <param name="Now">When they ask (UTC).</param>
/// <param name="MayCopy">They are an editor at home, and may take things over there.</param>
internal sealed record Standing(Person Person, bool InTeam, bool SecondPerson, DateTimeOffset Now, bool MayCopy = false)
{
    private const string Sql = """
        select exists (select from blueprint.team where tenant_id = $1 and municipality = $2 and subject = $3),
            exists (
                select from blueprint.proposals p
                where p.tenant_id = $1 and exists (select from unnest(p.hands) as hand where hand <> $4)
            )
        """;

    /// <summary>The connection's list of tenants must hold the layer.</summary>
    internal static async Task<Standing> ReadAsync(
        NpgsqlConnection connection,
        Caller caller,
        string layer,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var person = Person.Of(caller);
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
                new() { Value = person.Key },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var inTeam = caller.MayWrite(layer) || row.GetBoolean(0);
        var second = !LayerCode.IsMunicipality(layer) || row.GetBoolean(1);
        return new(person, inTeam, second, now, caller.Roles.Contains("editor"));
    }
}
