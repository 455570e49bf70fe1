using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>Keeps what has not left.</summary>
internal sealed class Withdrawing(EventStore.EventStore store, AnswersOfApprover known, AnswersIn answers, TimeProvider time)
{
    private const string Stop = "stopped_at = $2 where id = $1 and undone_at is null and stopped_at is null";
    private const string Undo = "undone_at = $2 where id = $1 and undone_at is null and stopped_at is null and undo_until > $2";

    /// <summary>What became of it.</summary>
    /// <param name="Answer">Null when there is none for this caller.</param>
    /// <param name="Refused">It was too late.</param>
    internal sealed record Result(AnswerToMany? Answer, bool Refused);

    /// <summary>Only within the undo window.</summary>
    public Task<Result> UndoAsync(Caller caller, Guid? crisis, Guid id, CancellationToken ct) =>
        TakeBackAsync(caller, crisis, id, whole: true, ct);

    /// <summary>At any moment; nobody joins any more.</summary>
    public Task<Result> StopAsync(Caller caller, Guid? crisis, Guid id, CancellationToken ct) =>
        TakeBackAsync(caller, crisis, id, whole: false, ct);

    private async Task<Result> TakeBackAsync(Caller caller, Guid? crisis, Guid id, bool whole, CancellationToken ct)
    {
        if (await known.ScopeAsync(caller, crisis, id, ct) is not { } scope || await answers.OneAsync(scope, id, ct) is null)
            return new(null, false);
        await using var session = await store.OpenAsync(scope.Tenants, Traces.Here(), ct);
        var now = time.GetUtcNow();
        if (await MarkAsync(session, scope, id, (whole ? Undo : Stop, now), ct) is not { } tenant)
            return new(await answers.OneAsync(scope, id, ct), true);
        session.Append(
            Streams.AnswerToMany(tenant, id),
            1,
            [new AnswerToManyTakenBack(whole, Exercise.Real(caller.Municipality), caller.Agent, now)]
        );
        session.Also(Recipients.TakeBack(id));
        await session.CommitAsync(ct);
        return new(await answers.OneAsync(scope, id, ct), false);
    }

    /// <summary>
    /// Its tenant; null when it was too late. Also who may only look may not stop what another started: all it went to must be theirs to answer.
    /// </summary>
    private static async Task<string?> MarkAsync(
        EventSession session,
        Scope scope,
        Guid id,
        (string Sql, DateTimeOffset Now) change,
        CancellationToken ct
    )
    {
        await using var mark = new NpgsqlCommand(
            $"update routing.answers_to_many set {change.Sql} and municipalities <@ $3::varchar[] returning tenant_id",
            session.Connection
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = change.Now },
                new() { Value = scope.Answerable.ToArray() },
            },
        };
        return (string?)await mark.ExecuteScalarAsync(ct);
    }
}
