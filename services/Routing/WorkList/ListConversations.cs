using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.WorkList;

/// <summary>A page of one list of the desk.</summary>
internal static class ListConversations
{
    private const int MaxLimit = 100;

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(string? Queue, string? Channel, string? Topic, string? Priority, string? After, int? Limit);

    public static async Task<Results<Ok<ConversationPage>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        Database database,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (Queue.Find(filter.Queue) is not { } queue)
            return Problems.Invalid($"Deze lijst bestaat niet. Kies uit: {string.Join(", ", Queue.Names)}.");
        string[]? after = null;
        if (filter.After is not null && (after = Cursor.Read(filter.After, queue.Keys.Length)) is null)
            return Problems.Invalid("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.");
        var blueprint = (await rulebook.NowAsync(caller.Municipality, ct)).Blueprint;
        var limit = Math.Clamp(filter.Limit ?? 50, 1, MaxLimit);
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = Command(transaction.Connection, filter, queue, after, caller, limit, time.GetUtcNow());
        try
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            var items = new List<ConversationRow>(limit);
            string? end = null;
            while (items.Count < limit && await row.ReadAsync(ct))
            {
                items.Add(Rows.Of(WorkListRow.Read(row), blueprint));
                end =
                    items.Count < limit
                        ? null
                        : Cursor.Write([.. queue.Keys.Select((_, at) => row.GetString(row.FieldCount - queue.Keys.Length + at))]);
            }
            return TypedResults.Ok(new ConversationPage(items, await row.ReadAsync(ct) ? end : null));
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            return Problems.Invalid("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.");
        }
    }

    private static NpgsqlCommand Command(
        NpgsqlConnection connection,
        Filter filter,
        Queue queue,
        string[]? after,
        Caller caller,
        int limit,
        DateTimeOffset now
    )
    {
        var command = new NpgsqlCommand { Connection = connection };
        string Parameter(object value)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            return $"${command.Parameters.Count}";
        }
        Parameter(caller.Municipality);
        Parameter(caller.Id);
        Parameter(now);
        var where = new List<string> { "c.tenant_id = $1", "$2::varchar is not null", "$3::timestamptz is not null", queue.Where };
        if (!string.IsNullOrEmpty(filter.Channel))
            where.Add($"c.channel = {Parameter(filter.Channel)}");
        if (!string.IsNullOrEmpty(filter.Topic))
            where.Add($"c.topic = {Parameter(filter.Topic)}");
        if (!string.IsNullOrEmpty(filter.Priority))
            where.Add($"c.priority = {Parameter((short)Priorities.Parse(filter.Priority))}");
        if (after is not null)
        {
            where.Add(queue.After(command.Parameters.Count + 1));
            foreach (var value in after)
                Parameter(value);
        }
        command.CommandText =
            $"select {WorkListRow.Columns}, {queue.KeyColumns} from routing.conversations c where {string.Join(" and ", where)} order by {queue.Order} limit {limit + 1}";
        return command;
    }
}
