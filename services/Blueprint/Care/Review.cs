using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>An entry was looked at and is still right: its next date goes into the layer, in a release of its own.</summary>
internal static class Review
{
    private const int MostYears = 5;

    /// <summary>The release to publish, or why not.</summary>
    internal static (NewRelease? Release, Refusal? Refusal) Decide(Edition edition, ReviewDue due, DateOnly? asked, DateOnly today)
    {
        var next = asked ?? today.AddYears(1);
        if (next <= today || next > today.AddYears(MostYears))
        {
            return (null, new(400, "Deze datum kan niet", $"Kies een dag na vandaag en binnen {MostYears} jaar."));
        }

        var layer = edition.Newest(due.Layer)!;
        var files = ReviewDate.Write(layer.Files, due.Section, due.Entry, next);
        return files is null
            ? (null, new(409, "Dit kan hier niet", "Dit onderdeel staat niet op zichzelf in een bestand. Pas de datum aan in de laag."))
            : (new(due.Layer, $"Nagekeken: {due.Title}. Weer nakijken op {next:dd-MM-yyyy}.", files, layer.Number), null);
    }

    internal static async Task<Results<Created<Release>, Ok<Release>, NotFound, ProblemHttpResult>> Post(
        string section,
        string id,
        NewReview review,
        Caller caller,
        Bookcase bookcase,
        BlueprintTeams teams,
        Publisher publisher,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        var layer = review.Layer ?? caller.Municipality;
        if (CareLayers.Of(edition, caller, layer) is null || Find(edition, layer, section, id) is not { } due)
        {
            return TypedResults.NotFound();
        }

        if (!await teams.MayWriteAsync(caller, layer, ct))
        {
            return new Refusal(
                403,
                "Dit mag u niet",
                "Alleen wie deze laag schrijft, kan een onderdeel als nagekeken vastleggen."
            ).Problem();
        }

        var (release, refusal) = Decide(edition, due, review.Next, Days.Of(time.GetUtcNow()));
        return refusal is not null
            ? refusal.Problem()
            : await publisher.PublishAsync(release!, caller.Agent, ct) switch
            {
                Publish.Published { Release: var made } => TypedResults.Created(
                    $"/api/v1/releases/{made.Layer}/{made.Number}",
                    made.Shown()
                ),
                Publish.Unchanged { Release: var last } => TypedResults.Ok(last.Shown()),
                var refused => Publish.WhyNot(refused).Problem(),
            };
    }

    private static ReviewDue? Find(Edition edition, string layer, string section, string id) =>
        ReviewCalendar
            .Until(edition.Blueprint, [layer], DateOnly.MaxValue)
            .FirstOrDefault(due => due.Section == section && due.Entry == id);
}
