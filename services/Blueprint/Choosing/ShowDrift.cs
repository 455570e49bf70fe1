using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Choosing;

/// <summary><c>GET /api/v1/drift</c>: where a layer differs from those above, since when, why, and what changed there since.</summary>
internal static class ShowDrift
{
    internal static async Task<Results<Ok<DriftView>, NotFound>> Get(string? layer, Caller caller, Bookcase bookcase, CancellationToken ct)
    {
        var code = layer ?? caller.Municipality;
        if (!LayerCode.IsValid(code) || code == LayerCode.National || !caller.MayRead(code))
        {
            return TypedResults.NotFound();
        }

        var edition = await bookcase.NowAsync(ct);
        var entries = Catalogue.Of(edition.Blueprint, code).ToDictionary(entry => (entry.Section, entry.Id));
        var items = edition
            .Blueprint.Adoption.DriftOf(code)
            .Where(drift => entries.ContainsKey((drift.Section, drift.Id)))
            .Select(drift => new DriftRow(edition.Row(entries[(drift.Section, drift.Id)]), Shown.Drift(drift)));
        return TypedResults.Ok(new DriftView(code, edition.NameOf(code), [.. items]));
    }
}
