using System.Collections.Concurrent;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>All chats of all numbers. A resident is found by number and by user id.</summary>
internal sealed class Chats
{
    private readonly ConcurrentDictionary<(string Number, string Resident), Chat> chats = new();
    private readonly ConcurrentDictionary<string, string> phoneOfUser = new();

    public IEnumerable<Chat> All => chats.Values;

    public Chat Of(PhoneNumber number, Resident resident)
    {
        if (resident is { Phone: { } phone, UserId: { } userId })
            phoneOfUser[userId] = phone;
        var chat = chats.GetOrAdd((number.Id, KeyOf(resident.Key)), _ => new Chat(number, resident));
        chat.Resident = new Resident(
            resident.Phone ?? chat.Resident.Phone,
            resident.UserId ?? chat.Resident.UserId,
            resident.Name ?? chat.Resident.Name
        );
        return chat;
    }

    public Chat? Find(string number, string resident) => chats.GetValueOrDefault((number, KeyOf(resident)));

    /// <summary>The chat a municipality writes in: an existing one, or a first message to someone new.</summary>
    public Chat For(PhoneNumber number, Outgoing message) =>
        Find(number.Id, message.To)
        ?? Of(number, message.ByUserId ? new Resident(null, message.To, null) : new Resident(message.To, null, null));

    public void Clear()
    {
        chats.Clear();
        phoneOfUser.Clear();
    }

    private string KeyOf(string resident) => phoneOfUser.GetValueOrDefault(resident, resident);
}
