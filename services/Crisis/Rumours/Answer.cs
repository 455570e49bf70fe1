using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.Rumours;

/// <summary>What residents hear about it, once it is known whether it is so.</summary>
internal static class Answer
{
    private const int MaxAnswer = 1_000;

    internal static Outcome Decide(Standing standing, RumourState rumour, AnswerRumour command)
    {
        var words = string.IsNullOrWhiteSpace(command.Answer) ? null : command.Answer.Trim();
        if ((Judging.Check(standing, rumour) ?? Texts.CheckIfAny(words, "het antwoord", MaxAnswer)) is { } refusal)
            return new([], refusal);
        if (words is not null && rumour.Status == RumourStatus.NotVerified)
            return Refuse("Zeg eerst of dit klopt of niet klopt. Pas dan lezen inwoners het antwoord.");
        return rumour.Answered?.Answer == words
            ? Nothing
            : Accept(new RumourAnswered(words, standing.Municipality, standing.Agent, standing.Now));
    }

    internal static Task<Results<Ok<Rumour>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        AnswerRumour command,
        Caller caller,
        RumourDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, rumour) => Decide(standing, rumour, command), ct);
}
