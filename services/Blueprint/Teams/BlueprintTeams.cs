using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Teams;

/// <summary>The people who write a shared layer, as an operator named them.</summary>
public sealed class BlueprintTeams(Database database, TimeProvider time)
{
    /// <summary>Whether the caller may edit and publish this layer: the own municipality's as editor, a shared one as member of its team.</summary>
    internal async ValueTask<bool> MayWriteAsync(Caller caller, string layer, CancellationToken ct) =>
        caller.MayWrite(layer) || await RoleAsync(caller, layer, ct) is not null;

    /// <summary>What the caller does in the team of this layer; null for nothing. A municipality's own layer has no team.</summary>
    internal async ValueTask<TeamRole?> RoleAsync(Caller caller, string layer, CancellationToken ct) =>
        LayerCode.IsMunicipality(layer)
            ? null
            : (await MembersAsync(layer, ct))
                .FirstOrDefault(member => member.Subject == caller.Id && member.Municipality == caller.Municipality)
                ?.Role;

    internal async Task<IReadOnlyList<TeamMember>> MembersAsync(string layer, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([layer], ct);
        await using var command = new NpgsqlCommand(
            "select municipality, subject, name, role from blueprint.team where tenant_id = $1 order by name, subject",
            bounded.Connection
        )
        {
            Parameters = { new() { Value = layer } },
        };
        var members = new List<TeamMember>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            members.Add(
                new(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    Enum.Parse<TeamRole>(reader.GetString(3), ignoreCase: true)
                )
            );
        }

        return members;
    }

    /// <summary>Makes somebody a member, or changes what the member does.</summary>
    /// <param name="layer">A shared layer: <c>nl</c> or a region id.</param>
    /// <param name="by">Who names the member.</param>
    /// <param name="ct">Stops it.</param>
    public Task NameAsync(string layer, TeamMember member, string by, CancellationToken ct) =>
        ExecuteAsync(
            layer,
            """
            insert into blueprint.team (tenant_id, municipality, subject, name, role, named_by, named_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, municipality, subject) do update
            set name = excluded.name, role = excluded.role, named_by = excluded.named_by, named_at = excluded.named_at
            """,
            [
                layer,
                member.Municipality,
                member.Subject,
                member.Name,
                member.Role == TeamRole.Editor ? "editor" : "reviewer",
                by,
                time.GetUtcNow(),
            ],
            ct
        );

    /// <summary>Whether there was such a member.</summary>
    internal async Task<bool> RemoveAsync(string layer, string municipality, string subject, CancellationToken ct) =>
        await ExecuteAsync(
            layer,
            "delete from blueprint.team where tenant_id = $1 and municipality = $2 and subject = $3",
            [layer, municipality, subject],
            ct
        ) > 0;

    private async Task<int> ExecuteAsync(string layer, string sql, object[] values, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([layer], ct);
        await using var command = new NpgsqlCommand(sql, bounded.Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var rows = await command.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
        return rows;
    }
}
