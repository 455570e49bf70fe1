using System.Collections.Concurrent;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Running totals, cheap to ask for during a load.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<(string Number, string Resident, string Text), int> texts = new();
    private readonly ConcurrentDictionary<(string Number, string Callback), int> callbacks = new();
    private int received;
    private int refused;
    private int repeatedTexts;
    private int repeatedCallbacks;

    public int Received => received;

    public int Refused => refused;

    public int RepeatedTexts => repeatedTexts;

    public int RepeatedCallbacks => repeatedCallbacks;

    public int ResidentsAnswered => texts.Keys.Select(key => (key.Number, key.Resident)).Distinct().Count();

    public void Refuse() => Interlocked.Increment(ref refused);

    public void Receive(Chat chat, Outgoing message)
    {
        Interlocked.Increment(ref received);
        if (texts.AddOrUpdate((chat.Number.Id, chat.Resident.Key, message.Text ?? ""), 1, (_, times) => times + 1) > 1)
            Interlocked.Increment(ref repeatedTexts);
        if (message.Callback is { } callback && callbacks.AddOrUpdate((chat.Number.Id, callback), 1, (_, times) => times + 1) > 1)
            Interlocked.Increment(ref repeatedCallbacks);
    }

    public IEnumerable<(string Number, string Resident, string Text, int Times)> Repeated =>
        texts.Where(entry => entry.Value > 1).Select(entry => (entry.Key.Number, entry.Key.Resident, entry.Key.Text, entry.Value));

    public void Clear()
    {
        texts.Clear();
        callbacks.Clear();
        received = refused = repeatedTexts = repeatedCallbacks = 0;
    }
}
