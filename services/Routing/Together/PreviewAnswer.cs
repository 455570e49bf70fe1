using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>What would go to whom if it were sent now. Nothing is kept.</summary>
internal static class PreviewAnswer
{
    public static async Task<Results<Ok<AnswerToManyPreview>, NotFound, ProblemHttpResult>> Post(
        NewAnswerToMany wanted,
        Caller caller,
        Approval approval,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var asked = await approval.PrepareAsync(caller, wanted, ct);
        if (asked.Prepared is not { } prepared)
            return asked.Problem is { } problem ? problem : TypedResults.NotFound();
        await using var session = prepared.Session;
        var rows = await Candidates.RowsAsync(session.Connection, prepared.Candidates, ct);
        var now = time.GetUtcNow();
        var busy = await Recipients.BusyUntilAsync(session.Connection, prepared.Candidates, ct);
        var last = Pacing.Plan([.. prepared.Candidates.Select(candidate => candidate.From)], busy, now).DefaultIfEmpty(now).Max();
        var told = StillHolds.Told(rows.Select(row => (prepared.Answer, row.Municipality)));
        var said = await CoreAnswers.SaidAsync(session.Connection, told, ct);
        return TypedResults.Ok(Of(prepared, rows, said, now) with { Minutes = (int)Math.Ceiling((last - now).TotalMinutes) });
    }

    private static AnswerToManyPreview Of(
        Approval.Prepared prepared,
        IReadOnlyList<Conversation> rows,
        Dictionary<(string Tenant, Guid Message), CoreAnswer> said,
        DateTimeOffset now
    )
    {
        var message = prepared.Answer.Content.CoreMessageId ?? Guid.Empty;
        var outcomes = rows.Select(row =>
                (Row: row, Outcome: Decide(prepared, row, said.GetValueOrDefault((row.Municipality, message)), now))
            )
            .ToArray();
        var possible = outcomes.Where(each => each.Outcome.Reply is not null).Select(each => each.Row).ToArray();
        return new(
            prepared.Candidates.Count,
            possible.Length,
            ReasonsOf(outcomes.Select(each => each.Outcome.Reason).OfType<string>()),
            PartsOf(rows, prepared.Scope),
            [.. possible.DistinctBy(row => (row.Municipality, row.Channel, row.Visibility)).Select(row => Sample(prepared, row, now))],
            0
        );
    }

    private static SendToOne.Outcome Decide(Approval.Prepared prepared, Conversation row, CoreAnswer? said, DateTimeOffset now)
    {
        var inForce = prepared.Scope.Edition.For(row.Municipality);
        return StillHolds.WhyNot(prepared.Answer, row.Municipality, inForce, said, now) is { } reason
            ? new(null, reason)
            : SendToOne.Decide(prepared.Answer, row, new(Guid.Empty, null, false), inForce.Blueprint, now);
    }

    private static IReadOnlyList<NotPossible> ReasonsOf(IEnumerable<string> reasons) =>
        [
            .. reasons
                .CountBy(reason => reason)
                .OrderByDescending(reason => reason.Value)
                .Select(reason => new NotPossible(reason.Key, reason.Value)),
        ];

    private static IReadOnlyList<AlikePart> PartsOf(IReadOnlyList<Conversation> rows, Scope scope) =>
        [
            .. rows.CountBy(row => (row.Municipality, row.Channel, row.Visibility))
                .OrderByDescending(part => part.Value)
                .Select(part => GroupReader.Part(part.Key.Municipality, part.Key.Channel, part.Key.Visibility, part.Value, scope)),
        ];

    // Nobody's name in an example.
    private static RenderedSample Sample(Approval.Prepared prepared, Conversation row, DateTimeOffset now)
    {
        var blueprint = prepared.Scope.Edition.For(row.Municipality).Blueprint;
        var nameless = row with { ResidentName = row.Visibility == Visibility.Private ? "[naam]" : null };
        return new(
            row.Municipality,
            blueprint.Voice.Name,
            row.Channel,
            row.Visibility,
            Voiced.Of(prepared.Answer, nameless, blueprint, now).Text ?? ""
        );
    }
}
