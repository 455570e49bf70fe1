using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Searching;

/// <summary>Finds conversations by words in messages and names. Posted, because names never stand in an address.</summary>
internal static class SearchConversations
{
    private static readonly string Sql = $"""
        select {WorkListRow.Columns}
        from routing.find($1, $2, $3, $4, $5, $6) f join routing.conversations c on c.id = f.conversation_id
        order by c.last_message_at desc, c.id desc
        """;

    public static async Task<Results<Ok<ConversationPage>, ProblemHttpResult>> Post(
        ConversationSearch search,
        Caller caller,
        Database database,
        Rulebook rulebook,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(search.Words) || search.Words.Length > 200)
            return Problems.Invalid("Zoek met ten minste één woord en ten hoogste 200 tekens.");
        (DateTimeOffset At, Guid Id)? after = null;
        if (search.After is not null && (after = Read(search.After)) is null)
            return Problems.Invalid("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.");
        var blueprint = (await rulebook.NowAsync(caller.Municipality, ct)).Blueprint;
        var limit = Math.Clamp(search.Limit ?? 50, 1, 100);
        await using var transaction = await database.OpenAsync([caller.Municipality], ct);
        await using var command = Command(transaction.Connection, search, after, limit);
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<ConversationRow>(limit);
        string? end = null;
        while (items.Count < limit && await row.ReadAsync(ct))
        {
            items.Add(Rows.Of(WorkListRow.Read(row), blueprint));
            end =
                items.Count < limit
                    ? null
                    : Cursor.Write([
                        row.GetFieldValue<DateTimeOffset>(29).ToString("O", CultureInfo.InvariantCulture),
                        row.GetGuid(0).ToString(),
                    ]);
        }
        return TypedResults.Ok(new ConversationPage(items, await row.ReadAsync(ct) ? end : null));
    }

    private static NpgsqlCommand Command(
        NpgsqlConnection connection,
        ConversationSearch search,
        (DateTimeOffset At, Guid Id)? after,
        int limit
    ) =>
        new(Sql, connection)
        {
            Parameters =
            {
                new() { Value = Folded.Of(search.Words) },
                new() { Value = (object?)search.Channel ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = search.Status is { } status ? (short)status : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint },
                new() { Value = (object?)after?.At.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = (object?)after?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                new() { Value = limit + 1 },
            },
        };

    private static (DateTimeOffset At, Guid Id)? Read(string cursor) =>
        Cursor.Read(cursor, 2) is [var at, var id]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && Guid.TryParse(id, out var conversation)
            ? (moment, conversation)
            : null;
}
