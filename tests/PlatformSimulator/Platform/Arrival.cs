using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>What an accepted send does: it stands in the chat, is counted, and its fate follows by webhook.</summary>
internal sealed class Arrival(Tally tally, Statuses statuses)
{
    private const int WindowClosed = 131047;

    public ChatLine Take(Chat chat, Outgoing message, DateTimeOffset now, int? failWith)
    {
        var line = new ChatLine(Wamid.New(chat.Resident.Key), false, message.Type, message.Text, now)
        {
            Template = message.Template,
            QuotedId = message.QuotedId,
            MediaId = message.MediaId,
            Callback = message.Callback,
            State = "accepted",
        };
        // The real platform accepts free text after the window too, and tells only later that it failed.
        var closed = !message.IsTemplate && !chat.WindowOpen(now);
        chat.Add(line);
        tally.Receive(chat, message);
        statuses.Follow(chat, line, failWith ?? (closed ? WindowClosed : null));
        return line;
    }

    public void CountRefusal() => tally.Refuse();
}
