using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>The verwerkingslog, newest first.</summary>
internal static class ListProcessingLog
{
    private const int PageSize = 50;

    public static async Task<Results<Ok<ProcessingLogPage>, ProblemHttpResult>> Get(
        string? after,
        Caller caller,
        Database database,
        CancellationToken ct
    )
    {
        var before = long.MaxValue;
        if (after is not null && !(Cursor.Read(after, 1) is [var text] && long.TryParse(text, CultureInfo.InvariantCulture, out before)))
            return Problems.Invalid("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.");
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = new NpgsqlCommand(
            $"""
            select id, conversation_id, agent_id, activity, at, trace_id, agent_name from routing.processing_log
            where tenant_id = $1 and id < $2 order by id desc limit {PageSize + 1}
            """,
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = caller.Municipality },
                new() { Value = before },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<ProcessingLogLine>();
        long last = 0;
        while (items.Count < PageSize && await row.ReadAsync(ct))
        {
            last = row.GetInt64(0);
            items.Add(Read(row));
        }
        return TypedResults.Ok(
            new ProcessingLogPage(items, await row.ReadAsync(ct) ? Cursor.Write([last.ToString(CultureInfo.InvariantCulture)]) : null)
        );
    }

    private static ProcessingLogLine Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(1),
            row.GetString(2),
            row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            row.IsDBNull(6) ? null : row.GetString(6)
        );
}
