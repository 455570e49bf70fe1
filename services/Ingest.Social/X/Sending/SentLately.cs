using System.Collections.Concurrent;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// What this process sent in the last minutes. X tells of our own posts and messages as well, sometimes before Routing knows their ids: those are in
/// the conversation already.
/// </summary>
internal sealed class SentLately(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Account, string Id), DateTimeOffset> sent = new();

    public void Add(string account, string id)
    {
        if (sent.Count >= Most)
        {
            var old = time.GetUtcNow() - Lately;
            foreach (var one in sent.Where(one => one.Value < old))
            {
                sent.TryRemove(one);
            }
        }

        if (sent.Count < Most)
        {
            sent[(account, id)] = time.GetUtcNow();
        }
    }

    public bool Has(string account, string id) => sent.ContainsKey((account, id));
}
