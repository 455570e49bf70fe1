using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>It turned out not to be so, or no longer to be: nobody says it any more. Also after the crisis.</summary>
internal static class Withdraw
{
    private const int MaxReason = 500;

    internal static Outcome Decide(Standing standing, CoreMessageState message, WithdrawCoreMessage command)
    {
        var issued = message.Issued!;
        if (!standing.MaySpeakFor(issued.Layer))
            return Refuse("Alleen een coördinator van deze laag trekt een kernboodschap in.", Refusal.NotYours);
        if (message.Withdrawn is not null)
            return Refuse("Deze kernboodschap is al ingetrokken.");
        var correction = string.IsNullOrWhiteSpace(command.Correction) ? null : command.Correction.Trim();
        return
            (Texts.Check(command.Reason, "de reden", MaxReason) ?? Texts.CheckIfAny(correction, "de correctie", CoreMessageText.MaxText))
                is { } refusal
            ? new([], refusal)
            : Accept(
                new CoreMessageWithdrawn(
                    issued.MessageId,
                    issued.Version,
                    command.Reason.Trim(),
                    correction,
                    standing.Municipality,
                    standing.Agent,
                    standing.Now
                )
            );
    }

    internal static Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        WithdrawCoreMessage command,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, message, _) => Decide(standing, message, command), ct);
}
