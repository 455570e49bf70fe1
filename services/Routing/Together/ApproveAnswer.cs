using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>One approved answer to all. Nothing leaves within the undo window.</summary>
internal static class ApproveAnswer
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(12);

    public static async Task<Results<Created<AnswerToMany>, NotFound, ProblemHttpResult>> Post(
        NewAnswerToMany wanted,
        Caller caller,
        Approval approval,
        AnswersOfApprover known,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (wanted.Id is { } id && await known.OneAsync(caller, id, ct) is { } before)
            return Made(before);
        var asked = await approval.PrepareAsync(caller, wanted, ct);
        if (asked.Prepared is not { } prepared)
            return asked.Problem is { } problem ? problem : TypedResults.NotFound();
        await using var session = prepared.Session;
        if (prepared.Candidates.Count != wanted.ExpectedCount || wanted.ExpectedCount == 0)
            return Problems.Count(CountInWords(prepared.Candidates.Count, wanted.ExpectedCount), prepared.Candidates.Count);
        var now = time.GetUtcNow();
        var busy = await Recipients.BusyUntilAsync(session.Connection, prepared.Candidates, ct);
        var moments = Pacing.Plan([.. prepared.Candidates.Select(candidate => candidate.From)], busy, now + UndoWindow);
        // The same request may come twice at once: the second waits here for the first, and adds nobody to it.
        if (await KeepAsync(prepared, wanted, now, ct))
        {
            session.Append(Streams.AnswerToMany(prepared.Scope.Tenant, prepared.Answer.Id), 0, [Told(prepared, wanted, now)]);
            session.Also(Recipients.Add(prepared.Answer.Id, prepared.Candidates, moments, late: false));
            await session.CommitAsync(ct);
        }
        return await known.OneAsync(caller, prepared.Answer.Id, ct) is { } made ? Made(made) : TypedResults.NotFound();
    }

    private static Created<AnswerToMany> Made(AnswerToMany made) => TypedResults.Created($"/api/v1/answers-to-many/{made.Id}", made);

    private static string CountInWords(int count, int expected) =>
        (count, expected) switch
        {
            (0, _) => "Er wacht nu niemand op dit antwoord.",
            (1, _) => $"Er is nu 1 gesprek, u zag er {expected}. Bekijk het opnieuw.",
            _ => $"Er zijn nu {count} gesprekken, u zag er {expected}. Bekijk het opnieuw.",
        };

    private static AnswerToManyApproved Told(Approval.Prepared prepared, NewAnswerToMany wanted, DateTimeOffset now) =>
        new(
            prepared.Answer.Id,
            prepared.Scope.Crisis,
            wanted.CoreMessageId,
            wanted.AnswerId,
            wanted.SendDespitePersonalData ? null : prepared.Answer.Content.Text,
            prepared.Candidates.Count,
            [.. prepared.Candidates.Select(candidate => Exercise.Real(candidate.Municipality)).Distinct().Order(StringComparer.Ordinal)],
            [.. prepared.Candidates.Select(candidate => candidate.Channel).Distinct().Order(StringComparer.Ordinal)],
            wanted.Correction,
            Exercise.Real(prepared.Answer.Municipality),
            prepared.Answer.By,
            now
        );

    /// <summary>False when it is there already.</summary>
    private static async Task<bool> KeepAsync(Approval.Prepared prepared, NewAnswerToMany wanted, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into routing.answers_to_many (id, tenant_id, crisis_id, group_id, content, municipalities, channels, by_id, by_name,
                by_municipality, spokesperson, shown, at, seen_at, undo_until, open_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict do nothing
            """,
            prepared.Session.Connection
        );
        void With(object? value, NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        var answer = prepared.Answer;
        With(answer.Id, NpgsqlDbType.Uuid);
        With(prepared.Scope.Tenant, NpgsqlDbType.Varchar);
        With(prepared.Scope.Crisis, NpgsqlDbType.Uuid);
        With(wanted.GroupId, NpgsqlDbType.Uuid);
        With(answer.Content.Write(), NpgsqlDbType.Jsonb);
        With(prepared.Part.Municipalities, NpgsqlDbType.Array | NpgsqlDbType.Varchar);
        With(prepared.Part.Channels, NpgsqlDbType.Array | NpgsqlDbType.Varchar);
        With(answer.By.Id, NpgsqlDbType.Varchar);
        With(answer.By.Name, NpgsqlDbType.Varchar);
        With(answer.Municipality, NpgsqlDbType.Varchar);
        With(answer.Spokesperson, NpgsqlDbType.Boolean);
        With(wanted.ExpectedCount, NpgsqlDbType.Integer);
        With(now, NpgsqlDbType.TimestampTz);
        With(prepared.SeenAt.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        With(now + UndoWindow, NpgsqlDbType.TimestampTz);
        With(wanted.LateArrivalsJoin ? now + OpenFor : null, NpgsqlDbType.TimestampTz);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
