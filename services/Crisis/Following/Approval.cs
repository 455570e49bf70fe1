using Npgsql;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;

namespace WebcareHub.Crisis.Following;

/// <summary>Whose yes a text of a layer needs at this moment, by the levels told in its regions.</summary>
internal static class Approval
{
    /// <summary>Within the bounds of this connection; nothing told asks for no more than the own head of communication.</summary>
    internal static async Task<ApprovingRole> OfAsync(
        NpgsqlConnection connection,
        Guid crisis,
        string layer,
        Places places,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand("select facts from crisis.facts where id = $1", connection)
        {
            Parameters = { new() { Value = crisis } },
        };
        return (string?)await command.ExecuteScalarAsync(ct) is { } json
            ? Of(FactsRow.Read(json), layer, places)
            : ApprovingRole.HeadOfCommunication;
    }

    /// <summary>The highest of the regions the layer lies in, or that lie in it.</summary>
    internal static ApprovingRole Of(CrisisFacts facts, string layer, Places places) =>
        facts
            .Approves.Where(told => places.LiesWithin(layer, told.Key) || places.LiesWithin(told.Key, layer))
            .Select(told => told.Value)
            .DefaultIfEmpty(ApprovingRole.HeadOfCommunication)
            .Max();
}
