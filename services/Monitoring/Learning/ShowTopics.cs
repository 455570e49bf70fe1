using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Learning;

/// <summary><c>GET /api/v1/figures/topics</c>: topics top to tail, and the same as a table.</summary>
internal static class ShowTopics
{
    internal static async Task<Results<Ok<TopicRanking>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] ShowFigures.Asked asked,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        asked.WhyNot() is { } sentence ? ShowFigures.Wrong(sentence)
        : await services.RankAsync(caller, asked, ct) is { } ranking ? TypedResults.Ok(ranking)
        : TypedResults.NotFound();

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] ShowFigures.AskedFile asked,
        Caller caller,
        Services services,
        CancellationToken ct
    ) =>
        Forms.Of(asked.Form) is not { } form ? Forms.Unknown()
        : asked.Asked.WhyNot() is { } sentence ? ShowFigures.Wrong(sentence)
        : await services.RankAsync(caller, asked.Asked, ct) is { } ranking ? TopicsCsv.File(ranking, form)
        : TypedResults.NotFound();

    /// <summary>What it is made with.</summary>
    internal sealed record Services(Scopes Scopes, Reporting Reporting, LagNow Lag, TimeProvider Time)
    {
        /// <summary>Null when the scope is not there for the caller.</summary>
        internal async Task<TopicRanking?> RankAsync(Caller caller, ShowFigures.Asked asked, CancellationToken ct)
        {
            if (await Scopes.FindAsync(caller, asked.Scope, Scopes.Readers, asked.At, ct) is not { } scope)
            {
                return null;
            }

            var period = Period.Of(asked.From, asked.Until, scope.At ?? Time.GetUtcNow());
            var counted = await Reporting.CountedAsync(scope, period, ct);
            var found = Ranking.Of(counted, scope.Blueprint.For(scope.Code), !scope.Own);
            return new(
                scope.Code,
                scope.Title,
                scope.Open,
                asked.From,
                asked.Until,
                period.At,
                counted.Count,
                found.Topics,
                found.Unrecognised,
                found.Rest,
                found.Head,
                await Lag.AskAsync(ct)
            );
        }
    }
}
