using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>A coordinator says for a whole layer what is known; for the own municipality its spokesperson may too.</summary>
internal static class Issue
{
    /// <param name="approves">Whose yes the level asks for now.</param>
    internal static Outcome Decide(Standing standing, Guid id, IssueCoreMessage wanted, ApprovingRole approves)
    {
        if (standing.Crisis(wanted.CrisisId) is null)
            return Refuse("Deze crisis is niet van kracht.");
        if (Area.Check(wanted.Layer, wanted.Area, standing.Places) is { } elsewhere)
            return new([], elsewhere);
        if (!standing.MaySpeakFor(wanted.Layer))
            return Refuse("Alleen een coördinator van deze laag geeft hier een kernboodschap uit.", Refusal.NotYours);
        var text = Words(wanted);
        if (text.Check(standing.Now) is { } refusal)
            return new([], refusal);
        return Accept(
            new CoreMessageIssued(
                id,
                1,
                wanted.CrisisId,
                wanted.Layer,
                Area.Of(wanted.Layer, wanted.Area),
                text.Title!.Trim(),
                text.Text!.Trim(),
                text.Informal?.Trim(),
                text.Lines,
                text.ValidFrom ?? standing.Now,
                text.ValidUntil,
                standing.Agent,
                standing.Municipality,
                text.ApprovedBy!.Trim(),
                approves,
                null,
                standing.Now
            )
        );
    }

    internal static async Task<Results<Created<CoreMessage>, ProblemHttpResult>> Post(
        IssueCoreMessage wanted,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    )
    {
        var id = Guid.CreateVersion7();
        var (message, refusal) = await desk.IssueAsync(caller, id, wanted, ct);
        return message is not null ? TypedResults.Created($"/api/v1/core-messages/{id}", message) : refusal!.Problem();
    }

    private static CoreMessageText Words(IssueCoreMessage wanted) =>
        new(wanted.Title, wanted.Text, wanted.Informal, wanted.Actions, wanted.ValidFrom, wanted.ValidUntil, wanted.ApprovedBy);
}
