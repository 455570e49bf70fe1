using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Control;

internal static class SeeChat
{
    public static IResult Get(string number, string resident, Chats chats, MediaShelf media, SimulatorClock clock) =>
        chats.Find(number, resident) is { } chat ? Results.Ok(View(chat, media, clock.GetUtcNow())) : Results.NotFound();

    public static IResult GetFile(string id, MediaShelf media) =>
        media.Find(id) is { } file ? Results.Bytes(file.Content, file.ContentType) : Results.NotFound();

    private static ChatView View(Chat chat, MediaShelf media, DateTimeOffset now)
    {
        var lines = chat.Lines;
        return new ChatView(
            chat.Number.Id,
            chat.Number.Municipality,
            chat.Number.Name,
            chat.Resident.Key,
            chat.Resident.Name,
            chat.WindowUntil,
            chat.WindowOpen(now),
            [.. lines.OrderBy(line => line.At).Select(line => View(line, lines, media))]
        );
    }

    private static ChatLineView View(ChatLine line, ChatLine[] all, MediaShelf media) =>
        new(
            line.Id,
            line.FromResident,
            line.Type,
            line.Gone ? null : line.Text,
            line.At,
            line.State,
            line.Gone ? null : line.MediaId,
            line.MediaId is { } file ? media.Find(file)?.ContentType : null,
            line.Gone,
            line.Edited,
            all.FirstOrDefault(other => other.Id == line.QuotedId)?.Text
        );
}
