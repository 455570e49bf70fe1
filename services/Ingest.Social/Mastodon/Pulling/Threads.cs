using System.Collections.Concurrent;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Pulling;

/// <summary>The first post of a thread. A post names only the one it answers, so that the server is asked; what it said is remembered for a while.</summary>
internal sealed class Threads(ServerClient client)
{
    private const int Most = 10_000;

    // Beyond this many in one answer the post that is answered stands in for the first of its thread.
    private const int LookUps = 10;

    private readonly ConcurrentDictionary<(string Server, string Status), string> roots = new();

    /// <summary>Of the public answers in this list, by the id of the post.</summary>
    public async Task<Func<string?, string?>> OfAsync(Account account, JsonElement list, CancellationToken ct)
    {
        var server = account.Server!.AbsoluteUri;
        var asked = 0;
        foreach (var status in ((JsonElement?)list).Each().Select(one => one.Get("status") ?? one.Get("last_status")).OfType<JsonElement>())
        {
            if (ReadStatus.IsPublic(status) && status.Text("id") is { } id && status.Text("in_reply_to_id") is { } parent)
            {
                var isKnown = roots.ContainsKey((server, id)) || Inherit(server, id, parent);
                if (!isKnown && Place.IsId(id) && asked++ < LookUps && await AskAsync(account, id, ct) is { } root)
                {
                    Keep((server, id), root);
                    Keep((server, parent), root);
                }
            }
        }

        return id => id is not null && roots.TryGetValue((server, id), out var root) ? root : null;
    }

    private bool Inherit(string server, string id, string parent)
    {
        if (!roots.TryGetValue((server, parent), out var root))
        {
            return false;
        }

        Keep((server, id), root);
        return true;
    }

    private async Task<string?> AskAsync(Account account, string id, CancellationToken ct)
    {
        var answer = await client.GetAsync(account, $"api/v1/statuses/{id}/context", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        var first = document?.RootElement.Get("ancestors").Each().Select(status => status.Text("id")).FirstOrDefault();
        return Place.IsId(first) ? first : null;
    }

    private void Keep((string, string) key, string root)
    {
        if (roots.Count >= Most)
        {
            roots.Clear();
        }

        roots[key] = root;
    }
}
