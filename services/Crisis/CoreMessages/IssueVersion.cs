using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using static WebcareHub.ServiceDefaults.Deciding.Outcome;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>The facts changed: a new version takes the place of the old one, and every municipality decides again.</summary>
internal static class IssueVersion
{
    private const int MaxChange = 500;

    internal static Outcome Decide(Standing standing, CoreMessageState message, NewCoreMessageVersion wanted, ApprovingRole approves)
    {
        var before = message.Issued!;
        if (!standing.MaySpeakFor(before.Layer))
            return Refuse("Alleen een coördinator van deze laag geeft een nieuwe versie uit.", Refusal.NotYours);
        if (message.Withdrawn is not null)
            return Refuse("Deze kernboodschap is ingetrokken. Geef een nieuwe uit.");
        if (wanted.OnVersion != before.Version)
            return Refuse($"Intussen is versie {before.Version} uitgegeven. Bekijk die eerst.", Refusal.NewerVersion);
        var text = Words(wanted);
        if ((text.Check(standing.Now) ?? Texts.Check(wanted.Change, "wat er nieuw is", MaxChange)) is { } refusal)
            return new([], refusal);
        return Accept(
            before with
            {
                Version = before.Version + 1,
                Title = text.Title!.Trim(),
                Text = text.Text!.Trim(),
                Informal = text.Informal?.Trim(),
                Actions = text.Lines,
                ValidFrom = text.ValidFrom ?? standing.Now,
                ValidUntil = text.ValidUntil,
                Owner = standing.Agent,
                OwnerMunicipality = standing.Municipality,
                ApprovedBy = text.ApprovedBy!.Trim(),
                Approves = approves,
                Change = wanted.Change.Trim(),
                At = standing.Now,
            }
        );
    }

    internal static Task<Results<Ok<CoreMessage>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        NewCoreMessageVersion wanted,
        Caller caller,
        CoreMessageDesk desk,
        CancellationToken ct
    ) => desk.HandleAsync(caller, id, (standing, message, approves) => Decide(standing, message, wanted, approves), ct);

    private static CoreMessageText Words(NewCoreMessageVersion wanted) =>
        new(wanted.Title, wanted.Text, wanted.Informal, wanted.Actions, wanted.ValidFrom, wanted.ValidUntil, wanted.ApprovedBy);
}
