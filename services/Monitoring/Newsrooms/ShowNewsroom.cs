using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary><c>GET /api/v1/newsroom</c>: what happens now, or happened at a moment.</summary>
internal static class ShowNewsroom
{
    internal static async Task<Results<Ok<Newsroom>, NotFound>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Scopes scopes,
        Maker maker,
        CancellationToken ct
    ) =>
        await scopes.FindAsync(caller, asked.Scope, Scopes.Watchers, asked.At, ct) is not { } scope
            ? TypedResults.NotFound()
            : TypedResults.Ok(await maker.MakeAsync(scope, ct));

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] Asked asked,
        string? form,
        Caller caller,
        Scopes scopes,
        Maker maker,
        CancellationToken ct
    ) =>
        Forms.Of(form) is not { } csv ? Forms.Unknown()
        : await scopes.FindAsync(caller, asked.Scope, Scopes.Watchers, asked.At, ct) is not { } scope ? TypedResults.NotFound()
        : NewsroomCsv.File(await maker.MakeAsync(scope, ct), csv);

    internal static async Task<Results<Ok<ConversationsBehind>, NotFound>> GetBehind(
        [AsParameters] Wanted asked,
        Caller caller,
        Scopes scopes,
        Watch watch,
        CancellationToken ct
    )
    {
        if (await scopes.FindAsync(caller, asked.Scope, Scopes.Watchers, asked.At, ct) is not { } scope)
        {
            return TypedResults.NotFound();
        }

        var counting = await watch.CountAsync(scope, ct);
        if (counting.Number(asked.What) is not { } fits)
        {
            return TypedResults.NotFound();
        }

        var questions = counting
            .Facts.Where(fits)
            .Where(facts => asked.Channel is null || facts.Question.Channel == asked.Channel)
            .Where(facts => asked.Municipality is null || facts.Question.Municipality == asked.Municipality)
            .Where(facts => asked.Topic is null || facts.Topic == asked.Topic)
            .Select(facts => (facts, (double?)null))
            .ToList();
        return TypedResults.Ok(Behind.Of(scope, asked.What, questions));
    }

    internal readonly record struct Asked(string? Scope, DateTimeOffset? At);

    internal readonly record struct Wanted(
        string? Scope,
        DateTimeOffset? At,
        string What,
        string? Channel,
        string? Municipality,
        string? Topic
    );
}
