using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Reading;

/// <summary><c>GET /api/v1/blueprint/entries/{section}/{id}</c>: the layers of one entry side by side.</summary>
internal static class ShowEntry
{
    internal static async Task<Results<Ok<BlueprintEntry>, NotFound>> Get(
        string section,
        string id,
        Caller caller,
        Bookcase bookcase,
        BlueprintTeams teams,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        if (Catalogue.Find(edition.Blueprint, caller.Municipality, section, id) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        var chain = edition.ChainOf(caller.Municipality);
        var held = Catalogue.Held(edition.Blueprint, caller.Municipality, section, id);
        var layers = new List<EntryLayer>();
        var history = new List<EntryRelease>();
        foreach (var code in chain)
        {
            var past = EntryPast.Of(edition.Layers.GetValueOrDefault(code) ?? Layer.None, section, id);
            layers.Add(Side(edition, code, past, held.GetValueOrDefault(code), await teams.MayWriteAsync(caller, code, ct)));
            history.AddRange(past.InWords().Select(step => Told(edition, step.Step.Release, step.What)));
        }

        return TypedResults.Ok(
            new BlueprintEntry(
                edition.Row(entry),
                edition.Blueprint.Adoption.Explain(caller.Municipality, section, id).Sentence,
                layers,
                [.. entry.Fields.Select(field => new EntryField(field.Name, field.Value, field.Layer, edition.NameOf(field.Layer)))],
                Drift(edition, caller.Municipality, entry),
                [.. history.OrderByDescending(release => release.At)]
            )
        );
    }

    private static EntryLayer Side(Edition edition, string code, EntryPast past, int held, bool mayWrite)
    {
        var (holds, newest) = (past.At(held), past.At(int.MaxValue));
        var place = holds?.Place;
        var origin = holds is null ? null : Field(holds, "origin");
        return new(
            code,
            edition.NameOf(code),
            place?.Mode,
            holds?.Text,
            place?.File,
            place?.Line,
            holds is null ? null : Field(holds, "reason"),
            origin,
            holds is null ? null : held,
            edition.Newest(code)?.Number,
            newest?.Text == holds?.Text ? null : newest?.Text,
            holds?.Release.At,
            holds?.Release.Number,
            holds?.Release.By.Name,
            mayWrite,
            edition.OriginName(origin)
        );
    }

    private static string? Field(EntryPast.Step step, string name) => Catalogue.FieldOf(step.Text!, name);

    private static EntryRelease Told(Edition edition, Contracts.Blueprint.ReleasePublished release, string what) =>
        new(release.Layer, edition.NameOf(release.Layer), release.Number, release.At, release.By.Name, release.Notes, what);

    private static EntryDrift? Drift(Edition edition, string municipality, CatalogueEntry entry) =>
        edition.Blueprint.Adoption.DriftOf(municipality).FirstOrDefault(drift => drift.Section == entry.Section && drift.Id == entry.Id)
            is { } found
            ? Shown.Drift(found)
            : null;
}
