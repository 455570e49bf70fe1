using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Files;
using WebcareHub.Ingest.Chat.Following;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Writing;

/// <summary>
/// A visitor writes. The browser made the id, so that it can say the same again until it hears 200, which means that the message stands here and
/// the broker holds it. What was first said under an id is what counts.
/// </summary>
internal static class Write
{
    /// <summary>UTF-16 code units.</summary>
    public const int LongestText = 4000;

    public const int MostFiles = 5;

    /// <param name="Files">Ids under which they were uploaded.</param>
    internal sealed record NewMessage(Guid Id, string? Text, IReadOnlyList<Guid>? Files);

    /// <param name="Number">Its place in the conversation.</param>
    internal sealed record Accepted(long Number, DateTimeOffset At);

    public static async Task<Results<Ok<Accepted>, ProblemHttpResult>> Post(
        NewMessage message,
        Guest guest,
        Database database,
        ItemRows items,
        VisitFiles visitFiles,
        Bell bell,
        Reception reception,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var text = Clean(message.Text);
        var files = message.Files?.Distinct().ToArray() ?? [];
        if (!IsMessage(message.Id, text, files))
        {
            return Refusals.Wrong($"A message has an id, and text (at most {LongestText} characters) or files (at most {MostFiles}).");
        }

        await using var transaction = await database.OpenAsync([guest.Site.Municipality], ct);
        if (await VisitRows.FindAsync(transaction.Connection, guest, hold: true, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        if (await items.FindAsync(transaction.Connection, visit, message.Id, ct) is not { } item)
        {
            var announced = await visitFiles.AnnounceAsync(transaction.Connection, visit, files, ct);
            item = new Item(visit.LastNumber + 1, message.Id, true, time.GetUtcNow(), text, announced);
            if (announced.Count < files.Length || !await items.AddAsync(transaction.Connection, visit, item, visit.Resident, ct))
            {
                return announced.Count < files.Length ? Refusals.FilesNotHere() : Refusals.Unknown();
            }

            await transaction.CommitAsync(ct);
            bell.Ring(visit.Id, visit.Asked ? Tone.Item | Tone.Rested : Tone.Item);
        }

        response.Headers["Delivery-Id"] = (await TellAsync(reception, guest.Site, visit, item, ct)).ToString("D");
        return TypedResults.Ok(new Accepted(item.Number, item.At));
    }

    private static bool IsMessage(Guid id, string text, Guid[] files) =>
        id != Guid.Empty && text.Length <= LongestText && files.Length <= MostFiles && text.Length + files.Length > 0;

    // Told again it changes nothing: the key is the same.
    private static Task<Guid> TellAsync(Reception reception, Site site, Visit visit, Item item, CancellationToken ct)
    {
        var id = $"{visit.Id:N}.{item.Id:N}";
        var kind = item.Files.Count > 0 ? MessageKind.Media : MessageKind.Text;
        InboundAttachment[] files =
        [
            .. item.Files.Select(file => new InboundAttachment(file.Id, $"{file.Id:N}", file.ContentType, file.Name, null)),
        ];
        var message = new InboundMessage(
            id,
            new([visit.PersonId], null),
            Visibility.Private,
            kind,
            item.Text is "" ? null : item.Text,
            item.At,
            null,
            files
        );
        var told = new ForRouting(site.Account, "message", kind == MessageKind.Text ? "text" : "files", id, message);
        return reception.AcceptAsync(Channel.Chat, Site.App, new ReadPost([told], KeepBody: false), default, ct);
    }

    // PostgreSQL stores no zero character, and what moves a cursor is no text.
    public static string Clean(string? text) =>
        text is null ? "" : string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();
}
