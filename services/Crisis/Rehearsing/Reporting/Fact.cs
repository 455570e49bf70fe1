using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary>What the report needs of one event in an exercise's tenant: who, what and when, and no word of a message.</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Kind">Alias of the event's type.</param>
/// <param name="By">Id of who did it, with their municipality before it when they helped.</param>
/// <param name="From">The municipality of who helped.</param>
internal sealed record Fact(
    string Municipality,
    string Conversation,
    string Kind,
    DateTimeOffset At,
    string? Topic,
    string? By,
    string? From,
    bool Automatic,
    Guid? ToMany
);

/// <summary>Reads them from the log, oldest first.</summary>
internal static class Facts
{
    private const string Of = """
        select e.tenant_id, e.stream_id, e.type, e.timestamp, e.data ->> 'Topic', e.data -> 'By' ->> 'Id', e.data ->> 'From',
            e.data ->> 'Automatic' = 'true', (e.data ->> 'ToMany')::uuid
        from events.mt_events e
        where e.tenant_id = any ($1) and e.type = any ($2) and exists (
            select from events.mt_events o
            where o.tenant_id = e.tenant_id and o.stream_id = e.stream_id and o.version = 1 and o.data ->> 'Account' = $3)
        order by e.seq_id
        """;

    private static readonly string[] Kinds =
    [
        Story.Opened,
        Story.Received,
        Story.Recognised,
        Story.Corrected,
        Story.Claimed,
        Story.Replied,
        Story.Resolved,
        Story.Late,
    ];

    public static async Task<IReadOnlyList<Fact>> ReadAsync(
        Database database,
        IEnumerable<string> municipalities,
        string account,
        CancellationToken ct
    )
    {
        string[] tenants = [.. municipalities.Select(Exercise.Of)];
        await using var transaction = await database.OpenAsync(tenants, ct);
        await using var command = new NpgsqlCommand(Of, transaction.Connection)
        {
            Parameters =
            {
                new() { Value = tenants },
                new() { Value = Kinds },
                new() { Value = account },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var facts = new List<Fact>();
        while (await row.ReadAsync(ct))
            facts.Add(Read(row));
        return facts;
    }

    private static Fact Read(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(
            Exercise.Real(row.GetString(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetFieldValue<DateTimeOffset>(3),
            Text(4),
            Text(5),
            Text(6) is { } from ? Exercise.Real(from) : null,
            !row.IsDBNull(7) && row.GetBoolean(7),
            row.IsDBNull(8) ? null : row.GetGuid(8)
        );
    }
}
