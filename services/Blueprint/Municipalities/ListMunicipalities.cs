using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Municipalities;

/// <summary><c>GET /api/v1/municipalities</c>: the register of the national release in force; empty before the first one.</summary>
internal static class ListMunicipalities
{
    internal static async Task<Ok<Contracts.Api.Municipalities>> Get(Bookcase bookcase, CancellationToken ct)
    {
        var edition = await bookcase.NowAsync(ct);
        var items = edition.Blueprint.Register.OrderBy(municipality => municipality.Code, StringComparer.Ordinal).Select(Shown);
        return TypedResults.Ok(new Contracts.Api.Municipalities([.. items]));
    }

    private static Municipality Shown(RegisteredMunicipality found) =>
        new(found.Code, found.Name, found.Province, found.SafetyRegion, found.ValidFrom, found.ValidTo);
}
