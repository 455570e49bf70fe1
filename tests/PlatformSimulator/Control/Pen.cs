using System.Globalization;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Control;

/// <summary>Turns what a resident does into the platform's message, and puts it in the chat.</summary>
internal sealed class Pen(MediaShelf media, Chats chats, SimulatorClock clock)
{
    private int written;

    internal sealed record Sheet(Resident Resident, string Id, JsonObject Json);

    public int Written => written;

    public void Forget() => written = 0;

    public Sheet Write(PhoneNumber number, ResidentMessage message)
    {
        var resident = new Resident(message.Resident, message.UserId, message.Name);
        var chat = chats.Of(number, resident);
        resident = resident with { Name = message.Name ?? chat.Resident.Name };
        var at = message.At ?? clock.GetUtcNow();
        var line = new ChatLine(message.MessageId ?? Wamid.New(resident.Key), true, message.Kind, message.Text, at)
        {
            QuotedId = message.About,
            MediaId = message.Content is { } content ? Shelve(content, message) : null,
        };
        Interlocked.Increment(ref written);
        Enter(chat, line, message);
        return new Sheet(resident, line.Id, Json(resident, message, line));
    }

    private string Shelve(byte[] content, ResidentMessage message) =>
        media
            .Put(
                content,
                message.ContentType ?? "image/jpeg",
                message.FileName,
                message.MessageId is { } id ? "7" + Math.Abs(StableNumber(id)) : null
            )
            .Id;

    private static long StableNumber(string id) =>
        BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id))) >> 8;

    /// <summary>An edit or a revoke changes the line it is about; a repeat of a known id changes nothing.</summary>
    private static void Enter(Chat chat, ChatLine line, ResidentMessage message)
    {
        var lines = chat.Lines;
        var about = lines.FirstOrDefault(other => other.Id == message.About);
        if (message.Kind == "edit" && about is not null)
            (about.Text, about.Edited) = (message.Text, true);
        else if (message.Kind == "revoke" && about is not null)
            about.Gone = true;
        else if (lines.All(other => other.Id != line.Id))
            chat.Add(line);
    }

    private JsonObject Json(Resident resident, ResidentMessage message, ChatLine line)
    {
        var json = new JsonObject();
        if (message.About is { } about && message.Kind is not ("reaction" or "edit" or "revoke"))
            json["context"] = new JsonObject { ["from"] = resident.Key, ["id"] = about };
        if (resident.Phone is { } phone)
            json["from"] = phone;
        if (resident.UserId is { } userId)
            json["from_user_id"] = userId;
        json["id"] = line.Id;
        json["timestamp"] = line.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in new Contents(message, line.MediaId is { } file ? media.Find(file) : null, resident).Write().ToArray())
            json[name] = value?.DeepClone();
        return json;
    }
}
