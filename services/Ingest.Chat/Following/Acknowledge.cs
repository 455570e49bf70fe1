using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Following;

/// <summary>The browser has our answers up to a number, and its visitor saw them up to another: what other platforms tell by webhook.</summary>
internal static class Acknowledge
{
    internal sealed record NewReceipt(long Delivered, long Seen);

    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        NewReceipt receipt,
        Guest guest,
        Database database,
        VisitRows visits,
        Reception reception,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await visits.FindAsync(guest, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        var seen = Math.Clamp(receipt.Seen, visit.Seen, visit.LastNumber);
        var delivered = Math.Clamp(Math.Max(receipt.Delivered, seen), visit.Delivered, visit.LastNumber);
        if (seen == visit.Seen && delivered == visit.Delivered)
        {
            return TypedResults.NoContent();
        }

        var told = await NewsAsync(database, visit, delivered, seen, ct);
        List<PostItem> statuses = [.. told.Select(one => Status(guest.Site, visit, one, time.GetUtcNow()))];
        if (statuses.Count > 0)
        {
            await reception.AcceptAsync(Channel.Chat, Site.App, new ReadPost(statuses, KeepBody: false), default, ct);
        }

        await KeepAsync(database, visit, delivered, seen, ct);
        return TypedResults.NoContent();
    }

    private sealed record News(Guid Part, DeliveryState State);

    private static ForSending Status(Site site, Visit visit, News news, DateTimeOffset now) =>
        new ForSending(
            site.Account,
            news.State == DeliveryState.Read ? "read" : "delivered",
            new MessageStatus(Site.App, site.Account, $"{visit.Id:N}.{news.Part:N}", news.Part, news.State, null, now)
        );

    private static async Task<List<News>> NewsAsync(Database database, Visit visit, long delivered, long seen, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            select item_id, number > $2 and number <= $3 from chat.items
            where visit_id = $1 and not from_visitor and (number > $2 and number <= $3 or number > $4 and number <= $5) order by number
            """,
            transaction.Connection
        ).With(visit.Id, visit.Seen, seen, visit.Delivered, delivered);
        await using var row = await command.ExecuteReaderAsync(ct);
        var news = new List<News>();
        while (await row.ReadAsync(ct))
        {
            news.Add(new(row.GetGuid(0), row.GetBoolean(1) ? DeliveryState.Read : DeliveryState.Delivered));
        }

        return news;
    }

    private static async Task KeepAsync(Database database, Visit visit, long delivered, long seen, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        await using var command = new NpgsqlCommand(
            "update chat.visits set delivered = greatest(delivered, $2), seen = greatest(seen, $3) where visit_id = $1",
            transaction.Connection
        ).With(visit.Id, delivered, seen);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
