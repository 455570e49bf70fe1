using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>The spokesperson says it in the municipality's own words.</summary>
internal static class Localise
{
    internal static Outcome Decide(Standing standing, CoreMessageState message, LocaliseCoreMessage command)
    {
        if (
            (Spoken.Check(standing, message, command.Version) ?? Texts.Check(command.Text, "de tekst", CoreMessageText.MaxText)) is
            { } refusal
        )
            return new([], refusal);
        var issued = message.Issued!;
        var (text, missing) = OwnVoice.Own(command.Text, standing.Places.For(standing.Municipality));
        if (missing.Count > 0)
            return Refuse($"Uw gemeente heeft geen waarde voor {string.Join(", ", missing)}. Schrijf het uit.", Refusal.Invalid);
        if (Spoken.Did(standing, message, CoreMessageStand.Localised, text))
            return Nothing;
        return Accept(
            new CoreMessageLocalised(
                issued.MessageId,
                issued.Version,
                standing.Municipality,
                issued.Title,
                text,
                issued.ValidFrom,
                issued.ValidUntil,
                standing.Now,
                standing.Agent,
                standing.Now
            )
        );
    }

    internal static Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        LocaliseCoreMessage command,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, message, _) => Decide(standing, message, command), ct);
}
