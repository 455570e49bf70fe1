using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Routing.Together;

/// <summary>How many recipients of one answer are equally far.</summary>
internal sealed record AnswerCount(
    Guid Answer,
    Recipients.State State,
    DeliveryState Reached,
    bool Late,
    string? Reason,
    int Count,
    DateTimeOffset LastLeaves
)
{
    public static async Task<ILookup<Guid, AnswerCount>> ReadAsync(NpgsqlConnection connection, Guid[] answers, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select r.answer_id, r.state, coalesce(r.reached, 0::smallint), r.late, r.reason, count(*), max(r.send_at)
            from routing.answer_recipients r where r.answer_id = any ($1) group by 1, 2, 3, 4, 5
            """,
            connection
        )
        {
            Parameters = { new() { Value = answers } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var counts = new List<AnswerCount>();
        while (await row.ReadAsync(ct))
            counts.Add(
                new(
                    row.GetGuid(0),
                    (Recipients.State)row.GetInt16(1),
                    (DeliveryState)row.GetInt16(2),
                    row.GetBoolean(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    (int)row.GetInt64(5),
                    row.GetFieldValue<DateTimeOffset>(6)
                )
            );
        return counts.ToLookup(count => count.Answer);
    }

    /// <summary>The answer with how far everybody is.</summary>
    public static AnswerToMany Fill(AnswerToMany answer, IReadOnlyList<AnswerCount> counts)
    {
        int In(Recipients.State state, params DeliveryState[] reached) =>
            counts
                .Where(count => count.State == state && (reached.Length == 0 || reached.Contains(count.Reached)))
                .Sum(count => count.Count);
        var waiting = counts.Where(count => count.State == Recipients.State.Waits).ToArray();
        return answer with
        {
            LastLeaves = waiting.Length == 0 ? null : waiting.Max(count => count.LastLeaves),
            Total = counts.Sum(count => count.Count),
            Late = counts.Where(count => count.Late).Sum(count => count.Count),
            Waiting = waiting.Sum(count => count.Count),
            SentOn = In(Recipients.State.HandedOn),
            OnItsWay = In(Recipients.State.HandedOn, DeliveryState.Requested, DeliveryState.Sending),
            Sent = In(Recipients.State.HandedOn, DeliveryState.Sent),
            Delivered = In(Recipients.State.HandedOn, DeliveryState.Delivered),
            Read = In(Recipients.State.HandedOn, DeliveryState.Read),
            Failed = In(Recipients.State.HandedOn, DeliveryState.Failed),
            Uncertain = In(Recipients.State.HandedOn, DeliveryState.Uncertain),
            TakenBack = In(Recipients.State.TakenBack),
            NotPossible =
            [
                .. counts
                    .Where(count => count.State == Recipients.State.NotPossible)
                    .GroupBy(count => count.Reason ?? "")
                    .Select(same => new NotPossible(same.Key, same.Sum(count => count.Count)))
                    .OrderByDescending(reason => reason.Count),
            ],
        };
    }
}
