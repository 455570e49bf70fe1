using System.Runtime.CompilerServices;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Receiving;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Ingest.Social.Mastodon.Streaming;

/// <summary>Reads one stream until it ends; asks the server nothing for what others write. What is to be handed on at once is in the broker's hands before the next event is read.</summary>
internal sealed class ReadStream(ServerClient client, Servers servers, Reception reception, TimeProvider time)
{
    /// <summary>One per word of the server. Nothing for a server without a stream, or that refuses it.</summary>
    public async IAsyncEnumerable<News> ReadAsync(Account account, [EnumeratorCancellation] CancellationToken ct)
    {
        var streaming = servers.Known(account).Streaming ?? account.Server!;
        if (!client.BelongsTo(account, streaming))
        {
            yield break;
        }

        var path = streaming.AbsoluteUri.TrimEnd('/') + "/api/v1/streaming/user";
        using var response = await client.OpenAsync(new Uri(path), account.AccessToken, ct);
        if (!response.IsSuccessStatusCode)
        {
            yield break;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        await foreach (var told in ServerEvents.ReadAsync(stream, ct))
        {
            var origin = new Origin(account.Id, servers.OwnKnown(account)?.Id ?? "", null, time.GetUtcNow());
            var app = ReadEvent.IsOwnPost(origin, told) ? await servers.AppAsync(account, ct) : null;
            var news = ReadEvent.From(origin with { OwnApp = app }, told);
            if (news.Item is { } item)
            {
                await HandOnAsync(account, item, told, ct);
            }

            yield return news;
        }
    }

    // The stream says nothing twice: with the broker away, it waits.
    private async Task HandOnAsync(Account account, PostItem item, ServerEvent told, CancellationToken ct)
    {
        for (var wait = TimeSpan.FromMilliseconds(200); ; wait = TimeSpan.FromSeconds(Math.Min(5, wait.TotalSeconds * 2)))
        {
            try
            {
                var read = new ReadPost([item], item.Kind == "unreadable");
                await reception.AcceptAsync(account.Channel, account.App, read, told.Data, ct);
                return;
            }
            catch (BrokerAwayException)
            {
                await Task.Delay(wait, ct);
            }
        }
    }
}
