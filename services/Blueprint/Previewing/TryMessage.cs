using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Previewing;

/// <summary><c>POST /api/v1/blueprint/previews</c>: what would happen with this text. It is decided about and forgotten: not stored, not logged.</summary>
internal static class TryMessage
{
    private const int MostCharacters = 10_000;
    private static readonly string[] Private = [Channel.WhatsApp, Channel.Messenger, Channel.Chat];

    internal static async Task<Results<Ok<Preview>, NotFound, ProblemHttpResult>> Post(
        NewPreview asked,
        Caller caller,
        Candidates candidates,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (Refuse(asked) is { } refusal)
        {
            return refusal.Problem();
        }

        var edition = await candidates.InForceAsync(ct);
        var at = asked.At ?? time.GetUtcNow();
        var inForce = Outcome.Of(edition.Blueprint.For(caller.Municipality), Facts(asked), at, caller.Name);
        if (asked.Of is not { } of)
        {
            return TypedResults.Ok(new Preview(inForce.Shown(Releases(edition, caller, null)), null, []));
        }

        if (await candidates.FindAsync(caller, edition, of, ct) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var would = Outcome.Of(candidate.For(caller.Municipality), Facts(asked), at, caller.Name);
        return TypedResults.Ok(
            new Preview(
                inForce.Shown(Releases(edition, caller, null)),
                would.Shown(Releases(edition, caller, of)),
                inForce.Differences(would)
            )
        );
    }

    internal static Refusal? Refuse(NewPreview asked) =>
        asked switch
        {
            { Text: null or { Length: > MostCharacters } } => new(
                400,
                "Deze tekst past niet",
                "Plak een bericht van ten hoogste tienduizend tekens."
            ),
            { Channel: var channel } when !Channel.All.Contains(channel) => new(
                400,
                "Dit kanaal bestaat niet",
                $"Kies uit {string.Join(", ", Channel.All)}."
            ),
            { Visibility: not (null or "private" or "public") } => new(400, "Kies openbaar of privé", "'visibility' is private of public."),
            _ => null,
        };

    private static MessageFacts Facts(NewPreview asked) =>
        new(asked.Text, asked.Channel, asked.Visibility ?? (Private.Contains(asked.Channel) ? "private" : "public"));

    private static Dictionary<string, int> Releases(Edition edition, Caller caller, PreviewOf? of) =>
        edition
            .ChainOf(caller.Municipality)
            .Select(layer => (Layer: layer, Number: layer == of?.Layer ? of.Release : edition.Newest(layer)?.Number))
            .Where(each => each.Number is not null)
            .ToDictionary(each => each.Layer, each => each.Number!.Value);
}
