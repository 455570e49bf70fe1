using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Inbound;
using WebcareHub.Routing.WorkList;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Deliveries;

/// <summary>What became of each accepted post, newest first; posts for accounts that nobody has registered are shown to every administrator.</summary>
internal static class ListDeliveries
{
    private const int PageSize = 50;

    public static async Task<Results<Ok<DeliveryPage>, ProblemHttpResult>> Get(
        string? after,
        Guid? id,
        Caller caller,
        Database database,
        CancellationToken ct
    )
    {
        if (!TryRead(after, out var before, out var beforeId))
            return Problems.Invalid("Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.");
        await using var transaction = await database.OpenAsync([caller.Municipality, DeliveryRows.Unknown], ct);
        await using var command = new NpgsqlCommand(
            $"""
            select d.id, d.channel, d.app, d.account, d.accepted_at, d.items, d.body_kept is not null
            from routing.deliveries d where (d.accepted_at, d.id) < ($1, $2) {(id is null ? "" : "and d.id = $3")}
            order by d.accepted_at desc, d.id desc limit {PageSize + 1}
            """,
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = before },
                new() { Value = beforeId },
            },
        };
        if (id is not null)
            command.Parameters.Add(new() { Value = id.Value });
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<Delivery>();
        while (items.Count < PageSize && await row.ReadAsync(ct))
            items.Add(Read(row));
        return TypedResults.Ok(new DeliveryPage(items, await row.ReadAsync(ct) ? Write(items[^1]) : null));
    }

    private static Delivery Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4),
            JsonSerializer.Deserialize<DeliveryItem[]>(row.GetString(5), JsonSerializerOptions.Web)!,
            row.GetBoolean(6)
        );

    private static string Write(Delivery last) =>
        Cursor.Write([last.AcceptedAt.ToString("O", CultureInfo.InvariantCulture), last.Id.ToString()]);

    private static bool TryRead(string? cursor, out DateTimeOffset at, out Guid id)
    {
        (at, id) = (new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), Guid.AllBitsSet);
        return cursor is null
            || (
                Cursor.Read(cursor, 2) is [var moment, var text]
                && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out at)
                && Guid.TryParse(text, out id)
            );
    }
}
