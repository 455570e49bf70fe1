using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.WorkList;

/// <summary>How many conversations stand where. Counting stops at a thousand: more is shown as such.</summary>
internal static class CountConversations
{
    private const string Sql = """
        select
            (select count(*) from (select from routing.conversations c where c.tenant_id = $1 and c.claimed_by = $2 and c.status <> 4 limit 1000) x),
            (select count(*) from (select from routing.conversations c where c.tenant_id = $1 and c.status = 0 limit 1000) x),
            (select count(*) from (select from routing.conversations c where c.tenant_id = $1 and c.status = 2 limit 1000) x),
            (select count(*) from (select from routing.conversations c where c.tenant_id = $1 and c.status = 3 limit 1000) x),
            (select count(*) from (
                select from routing.conversations c
                where c.tenant_id = $1 and c.due_at is not null and c.status in (0, 1) and c.due_at <= $3 limit 1000) x),
            (select count(*) from (select from routing.conversations c where c.tenant_id = $1 and c.needs_attention limit 1000) x)
        """;

    public static async Task<WorkListCounts> Get(Caller caller, Database database, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = new NpgsqlCommand(Sql, transaction.Connection)
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = caller.Id },
                new() { Value = time.GetUtcNow() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        int Count(int column) => (int)row.GetInt64(column);
        return new WorkListCounts(Count(0), Count(1), Count(2), Count(3), Count(4), Count(5));
    }
}
