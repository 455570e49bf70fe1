using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Choosing;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Joining;

/// <summary><c>POST /api/v1/memberships</c>: makes the layer of the own municipality from nothing. Without it everything works too, from above.</summary>
internal static class Join
{
    private const int Most = 300;

    /// <summary>The first release of the layer, or why not.</summary>
    /// <param name="name">In the register; null when it is not in it.</param>
    internal static (NewRelease? Release, Refusal? Refusal) Decide(NewMembership joining, string? name, Chooser chooser) =>
        joining switch
        {
            _ when name is null => (
                null,
                new(400, "Deze gemeente staat niet in het register", "Aansluiten kan voor gemeenten in het register van gemeenten.")
            ),
            _ when chooser.Edition.Newest(chooser.Layer) is not null => (
                null,
                new(409, "Uw gemeente is al aangesloten", "Wijzig de eigen laag in een concept.")
            ),
            { Salutation: not ("u" or "je") } => (null, new(400, "Kies u of je", "Zeg of u inwoners met u of met je aanspreekt.")),
            _ when TooLong(joining) => (null, new(400, "Een veld is te lang", "Gebruik ten hoogste driehonderd tekens per veld.")),
            _ => (
                new(
                    chooser.Layer,
                    $"Gemeente {Name(joining, name)} sluit aan.",
                    NewLayer.Of(joining, Name(joining, name), chooser.Above(), chooser.Today),
                    0
                ),
                null
            ),
        };

    internal static async Task<Results<Created<Release>, NotFound, ProblemHttpResult>> Post(
        NewMembership joining,
        Caller caller,
        Bookcase bookcase,
        Publisher publisher,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        var registered = edition.Blueprint.Register.FirstOrDefault(each => each.Code == caller.Municipality && each.ValidTo is null);
        var chooser = Chooser.Of(edition, caller.Municipality, Reading.Days.Of(time.GetUtcNow()));
        var (release, refusal) = Decide(joining, registered?.Name, chooser);
        if (release is null)
        {
            return refusal!.Problem();
        }

        return await publisher.PublishAsync(release, caller.Agent, ct) switch
        {
            Publish.Published { Release: var made } => TypedResults.Created($"/api/v1/releases/{made.Layer}/{made.Number}", made.Shown()),
            Publish.Unchanged { Release: var last } => TypedResults.Created($"/api/v1/releases/{last.Layer}/{last.Number}", last.Shown()),
            var outcome => Publish.WhyNot(outcome).Problem(),
        };
    }

    private static string Name(NewMembership joining, string registered) => joining.Name is { Length: > 0 } own ? own.Trim() : registered;

    private static bool TooLong(NewMembership joining) =>
        new[] { joining.Name, joining.Phone, joining.Website, joining.Signature }.Any(field => field?.Length > Most);
}
