using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>POST /api/v1/drafts/{layer}/publication</c>: an ordinary release, and the draft is gone.</summary>
internal static class PublishDraft
{
    /// <summary>What is published, or why not.</summary>
    internal static (NewRelease? Release, Refusal? Refusal) Decide(
        DraftState draft,
        Contracts.Api.PublishDraft publish,
        IReadOnlyDictionary<string, string> files
    ) =>
        publish switch
        {
            _ when publish.Version != draft.Version => (null, DraftTable.Elsewhere),
            _ when draft.IsEmpty => (null, new(400, "Er is niets gewijzigd", "Wijzig eerst iets in dit concept.")),
            _ when string.IsNullOrWhiteSpace(publish.Notes) || publish.Notes.Length > 2000 => (
                null,
                new(
                    400,
                    "Vertel wat er verandert",
                    "Schrijf in een paar zinnen wat er verandert en waarom. Iedereen die deze laag gebruikt leest dat."
                )
            ),
            _ => (new(draft.Layer, publish.Notes.Trim(), files, draft.After), null),
        };

    internal static async Task<Results<Ok<Release>, NotFound, ProblemHttpResult>> Post(
        string layer,
        Contracts.Api.PublishDraft publish,
        Caller caller,
        DraftTable table,
        Publisher publisher,
        CancellationToken ct
    )
    {
        if (await table.OpenAsync(caller, layer, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var (release, refusal) = Decide(open.Draft, publish, open.Files);
        if (release is null)
        {
            return refusal!.Problem();
        }

        switch (await publisher.PublishAsync(release, caller.Agent, ct))
        {
            case Publish.Published { Release: var made }:
                await table.DropAsync(caller, layer, ct);
                return TypedResults.Ok(made.Shown());
            case Publish.Unchanged { Release: var last }:
                await table.DropAsync(caller, layer, ct);
                return TypedResults.Ok(last.Shown());
            case Publish.Overtaken { Between: var other }:
                return Meanwhile(other).Problem();
            case var outcome:
                return Publish.WhyNot(outcome).Problem();
        }
    }

    private static Refusal Meanwhile(ReleasePublished other) =>
        new(
            409,
            "Er is al een nieuwere versie",
            $"{other.By.Name} publiceerde intussen versie {other.Number}: {other.Notes} Uw concept is bewaard. Zet het op die versie, dan ziet u of iets botst."
        );
}
