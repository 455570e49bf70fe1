using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Counting;

/// <summary>Hourly counts of a period of at most 92 days.</summary>
internal static class GetHourlyCounts
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    public static async Task<Results<Ok<HourlyCounts>, ProblemHttpResult>> Get(
        DateTimeOffset? from,
        DateTimeOffset? until,
        Caller caller,
        Database database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var end = (until ?? time.GetUtcNow()).ToUniversalTime();
        var begin = (from ?? end - TimeSpan.FromDays(7)).ToUniversalTime();
        if (begin > end || end - begin > Longest)
            return Problems.Invalid("Kies een periode van ten hoogste 92 dagen.");
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = new NpgsqlCommand(
            "select channel, topic, hour, messages from routing.hourly_counts where tenant_id = $1 and hour >= $2 and hour <= $3 order by hour, channel, topic",
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = begin },
                new() { Value = end },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var counts = new List<HourlyCount>();
        while (await row.ReadAsync(ct))
            counts.Add(
                new(
                    row.GetString(0),
                    row.GetString(1) is { Length: > 0 } topic ? topic : null,
                    row.GetFieldValue<DateTimeOffset>(2),
                    row.GetInt32(3)
                )
            );
        return TypedResults.Ok(new HourlyCounts(counts));
    }
}
