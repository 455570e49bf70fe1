using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Control;

internal static class SeeReceived
{
    /// <summary>What municipalities sent and the platform accepted, oldest first.</summary>
    public static IEnumerable<ReceivedMessage> Get(Chats chats, string? number = null, string? resident = null) =>
        Chosen(chats, number, resident)
            .SelectMany(chat => chat.Lines.Where(line => !line.FromResident).Select(line => View(chat, line)))
            .OrderBy(message => message.At);

    public static IEnumerable<RepeatedMessage> GetRepeated(Tally tally) =>
        tally.Repeated.Select(one => new RepeatedMessage(one.Number, one.Resident, one.Text, one.Times));

    private static IEnumerable<Chat> Chosen(Chats chats, string? number, string? resident) =>
        number is not null && resident is not null
            ? chats.Find(number, resident) is { } chat
                ? [chat]
                : []
            : chats.All.Where(chat => (number ?? chat.Number.Id) == chat.Number.Id && (resident ?? chat.Resident.Key) == chat.Resident.Key);

    private static ReceivedMessage View(Chat chat, ChatLine line) =>
        new(
            line.Id,
            chat.Number.Id,
            chat.Resident.Key,
            line.Type,
            line.Text,
            line.Template,
            line.QuotedId,
            line.MediaId,
            line.Callback,
            line.State ?? "accepted",
            line.At
        );
}
