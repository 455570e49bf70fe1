using Npgsql;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>A marked release that was put in force, and what was decided about then.</summary>
/// <param name="Began">Before its transaction, in stopwatch ticks.</param>
/// <param name="Committed">After it.</param>
internal sealed record MarkedInForce(int Number, string Mark, long Began, long Committed)
{
    /// <summary>How many messages name this release and do not have both its marks.</summary>
    internal Task<long> MixedAsync(BenchSystem system) =>
        system.CountAsync(
            $"select count(*) {MarkedRelease.Decisions} where (d.data #>> '{{Releases,nl}}')::int = {Number} and ({MarkedRelease.IsWhole($"'{Mark}'")}) is not true"
        );

    /// <summary>The deliveries that the release before this one decided.</summary>
    internal async Task<IReadOnlyList<string>> DecidedBeforeAsync(BenchSystem system)
    {
        await using NpgsqlCommand command = system.Source.CreateCommand(
            """
            select m.data->>'DeliveryId' from events.mt_events m
            join events.mt_events q on q.data->>'MessageId' = m.data->>'MessageId' and q.type = 'question_recognised'
            where m.type = 'message_received' and (q.data #>> '{Releases,nl}')::int = $1
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Number - 1 });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        List<string> deliveries = [];
        while (await row.ReadAsync())
        {
            deliveries.Add(row.GetString(0));
        }

        return deliveries;
    }
}
