using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Figures;

/// <summary><c>GET /api/v1/figures/{id}/conversations</c>: the questions behind a figure.</summary>
internal static class ShowBehind
{
    internal static async Task<Results<Ok<ConversationsBehind>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Wanted wanted,
        Caller caller,
        Scopes scopes,
        Services services,
        CancellationToken ct
    )
    {
        if (
            FigureRules.All.FirstOrDefault(rule => rule.Id == wanted.Id) is not { } rule
            || await scopes.FindAsync(caller, wanted.Scope, Scopes.Readers, wanted.At, ct) is not { } scope
        )
        {
            return TypedResults.NotFound();
        }

        if (wanted is not { From: { } from, Until: { } until })
        {
            return ShowFigures.Wrong("Noem de eerste en de laatste dag: from en until.");
        }

        if (new ShowFigures.Asked(wanted.Scope, from, until, wanted.At).WhyNot() is { } sentence)
        {
            return ShowFigures.Wrong(sentence);
        }

        var period = Period.Of(from, until, scope.At ?? services.Time.GetUtcNow());
        var days = Definitions.In(scope.Blueprint.For(scope.Code)).FirstOrDefault(each => each.Id == rule.Id)?.Days ?? 0;
        var counted = await services.Reporting.CountedAsync(scope, period, ct);
        var fitting = counted
            .Where(one => wanted.Channel is null || one.Question.Channel == wanted.Channel)
            .Select(one => (one.Facts, Value: rule.Measure(one, days)))
            .Where(each => each.Value is not null && (wanted.Bucket is null || each.Value >= wanted.Bucket))
            .ToList();
        return TypedResults.Ok(Behind.Of(scope, rule.Id, fitting));
    }

    /// <summary>What it is made of.</summary>
    internal sealed record Services(Reporting Reporting, TimeProvider Time);

    /// <param name="Bucket">Only questions that measured at least this.</param>
    internal readonly record struct Wanted(
        string Id,
        string? Scope,
        DateOnly? From,
        DateOnly? Until,
        DateTimeOffset? At,
        string? Channel,
        double? Bucket
    );
}
