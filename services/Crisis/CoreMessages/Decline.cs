using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>The spokesperson does not say it, or no longer.</summary>
internal static class Decline
{
    private const int MaxReason = 500;

    internal static Outcome Decide(Standing standing, CoreMessageState message, DeclineCoreMessage command) =>
        (Spoken.Check(standing, message, command.Version) ?? Texts.Check(command.Reason, "de reden", MaxReason)) is { } refusal
            ? new([], refusal)
        : Spoken.Did(standing, message, CoreMessageStand.Declined, command.Reason.Trim()) ? Nothing
        : Accept(
            new CoreMessageDeclined(
                message.Issued!.MessageId,
                message.Issued.Version,
                standing.Municipality,
                command.Reason.Trim(),
                standing.Agent,
                standing.Now
            )
        );

    internal static Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        DeclineCoreMessage command,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, message, _) => Decide(standing, message, command), ct);
}
