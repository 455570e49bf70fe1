using System.Collections.Concurrent;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Pulling;

/// <summary>Handles of people who write direct messages: these come with a did alone. Kept for a while, in memory.</summary>
internal sealed class Names(Sessions.Sessions sessions)
{
    private const int Most = 5_000;
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>What is known of these; a name that is not found is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Account account, IEnumerable<string> dids, CancellationToken ct)
    {
        var wanted = dids.Where(did => AtUri.IsDid(did) && did != account.Id).Distinct().ToArray();
        foreach (var some in wanted.Where(did => !known.ContainsKey(did)).Chunk(25).Take(4))
        {
            var query = string.Join('&', some.Select(did => $"actors={Uri.EscapeDataString(did)}"));
            var answer = await sessions.AskAsync(account, new($"app.bsky.actor.getProfiles?{query}"), ct);
            if (known.Count > Most)
            {
                known.Clear();
            }

            foreach (var profile in answer.Body.Get("profiles").Each())
            {
                if (profile.Text("did") is { } did && profile.Text("handle") is { } handle && some.Contains(did))
                {
                    known[did] = handle;
                }
            }
        }

        return wanted.Where(known.ContainsKey).ToDictionary(did => did, did => known.GetValueOrDefault(did, ""), StringComparer.Ordinal);
    }
}
