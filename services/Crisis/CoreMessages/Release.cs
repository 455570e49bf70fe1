using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>The spokesperson says it as it was issued, with the facts of the own municipality.</summary>
internal static class Release
{
    internal static Outcome Decide(Standing standing, CoreMessageState message, int version)
    {
        if (Spoken.Check(standing, message, version) is { } refusal)
            return new([], refusal);
        var issued = message.Issued!;
        var (text, missing) = OwnVoice.Text(issued, standing.Places.For(standing.Municipality));
        if (missing.Count > 0)
            return Refuse($"Uw gemeente heeft nog geen waarde voor {string.Join(", ", missing)}. Maak er een eigen tekst van.");
        if (Spoken.Did(standing, message, CoreMessageStand.Released, text))
            return Nothing;
        return Accept(
            new CoreMessageReleased(
                issued.MessageId,
                issued.Version,
                standing.Municipality,
                issued.Title,
                text,
                issued.ValidFrom,
                issued.ValidUntil,
                issued.At,
                standing.Agent,
                standing.Now
            )
        );
    }

    internal static Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        OnCoreMessage command,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, message, _) => Decide(standing, message, command.Version), ct);
}
