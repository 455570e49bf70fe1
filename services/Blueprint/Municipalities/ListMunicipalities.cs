using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Municipalities;

/// <summary><c>GET /api/v1/municipalities</c>: the register of the national release in force; empty before the first one.</summary>
internal static class ListMunicipalities
{
    internal static async Task<Ok<Contracts.Api.Municipalities>> Get(EventStore.EventStore store, CancellationToken ct)
    {
        await using var shelf = await Shelf.OpenOnlyAsync(store, [LayerCode.National], ct);
        var items = shelf.InForce.SelectMany(Register).OrderBy(municipality => municipality.Code, StringComparer.Ordinal).Select(Shown);
        return TypedResults.Ok(new Contracts.Api.Municipalities([.. items]));
    }

    /// <summary>Only the register is read, not the thousands of lines beside it.</summary>
    private static IReadOnlyList<RegisteredMunicipality> Register(LayerFiles national) =>
        Rules.Blueprint.Read([national with { Files = national.Files.Where(IsRegister).ToDictionary() }]).Register;

    private static bool IsRegister(KeyValuePair<string, string> file) => file.Key.StartsWith("register/", StringComparison.Ordinal);

    private static Municipality Shown(RegisteredMunicipality found) =>
        new(found.Code, found.Name, found.Province, found.SafetyRegion, found.ValidFrom, found.ValidTo);
}
