using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>The facets of a text of ours. A name that nobody has stays plain text.</summary>
internal sealed class ResolveHandles(Sessions.Sessions sessions, TimeProvider time)
{
    private const int Most = 2_000;
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (string? Did, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>Null when nothing in it is to be linked.</summary>
    public async Task<JsonArray?> FacetsAsync(Account account, string text, CancellationToken ct)
    {
        var facets = new JsonArray();
        foreach (var piece in FindFacets.In(text))
        {
            var feature = piece switch
            {
                { Address: { } address } => new JsonObject { ["$type"] = "app.bsky.richtext.facet#link", ["uri"] = address },
                _ when await DidAsync(account, piece.Handle!, ct) is { } did => new JsonObject
                {
                    ["$type"] = "app.bsky.richtext.facet#mention",
                    ["did"] = did,
                },
                _ => null,
            };
            if (feature is not null)
            {
                facets.Add(
                    new JsonObject
                    {
                        ["index"] = new JsonObject { ["byteStart"] = piece.Start, ["byteEnd"] = piece.End },
                        ["features"] = new JsonArray(feature),
                    }
                );
            }
        }

        return facets.Count > 0 ? facets : null;
    }

    private async Task<string?> DidAsync(Account account, string handle, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(handle, out var found) && found.Until > now)
        {
            return found.Did;
        }

        var answer = await sessions.AskAsync(account, new($"com.atproto.identity.resolveHandle?handle={Uri.EscapeDataString(handle)}"), ct);
        var did = answer.IsOk && answer.Body.Text("did") is { } told && AtUri.IsDid(told) ? told : null;
        if (known.Count > Most)
        {
            known.Clear();
        }

        if (answer.IsOk || answer.Status is >= 400 and < 500 and not 429)
        {
            known[handle] = (did, now + Lasting);
        }

        return did;
    }
}
