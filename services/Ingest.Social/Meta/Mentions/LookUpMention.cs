using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Reading;
using WebcareHub.Ingest.Social.Meta.Sending;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Ingest.Social.Meta.Mentions;

/// <summary>
/// Asks Instagram what was written and by whom, and hands the mention on. When that may not be seen, or cannot be asked for, a colleague hears that
/// there is one.
/// </summary>
internal sealed class LookUpMention(Graph graph, AccountBook accounts, Reception reception) : IHotHandler
{
    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        foreach (var delivery in batch)
        {
            var mention = JsonSerializer.Deserialize(delivery.Body.Span, MentionJson.Default.Mention)!;
            var body = await AskAsync(mention, ct);
            await reception.AcceptAsync(Channel.Instagram, mention.App, new([Read(mention, body)], false), delivery.Body, ct);
        }
    }

    /// <summary>Nobody is known yet: what names a person is handed on and not kept here.</summary>
    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];

    /// <summary>The mention as a message, with what the platform told, if it did.</summary>
    internal static ForRouting Read(Mention mention, ReadOnlyMemory<byte> body)
    {
        var told = Told(body, mention.Comment is null ? "mentioned_media" : "mentioned_comment");
        var text = told.Text("text") ?? told.Text("caption");
        var name = Authors.Name(told.Text("username"));
        var at = told?.Time("timestamp", mention.At) ?? mention.At;
        var where = mention.Comment is null ? "bij een bericht" : "in een reactie";
        var content = new InboundMessage(
            mention.Id,
            new([name is null ? $"ig-comment:{mention.Id}" : $"ig:{name}"], name),
            Visibility.Public,
            text is null ? MessageKind.Notice : MessageKind.Text,
            text is null ? $"Noemt uw gemeente {where} op Instagram." : TextSplitter.Bound(text, ReadMessage.TextLimit),
            at,
            Detail: "mentions",
            ThreadId: mention.Media ?? mention.Id,
            ReplyTo: ReplyPlace.Write(new(at, mention.Comment, mention.Media, Mention: true))
        );
        return new(mention.Account, "message", "mentions", $"{mention.Id}|message|", content) { Channel = Channel.Instagram };
    }

    private static JsonElement? Told(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Get(name)?.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<byte[]> AskAsync(Mention mention, CancellationToken ct)
    {
        if (
            accounts.Find(Channel.Instagram, mention.App, mention.Account) is not { AccessToken: not null } account
            || !mention.Id.All(char.IsAsciiDigit)
        )
        {
            return [];
        }

        var fields = mention.Comment is { } comment
            ? $"mentioned_comment.comment_id({comment}){{text,username,timestamp}}"
            : $"mentioned_media.media_id({mention.Media}){{caption,username,timestamp}}";
        var path = $"{account.Id}?fields={Uri.EscapeDataString(fields)}";
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await OnceAsync(account, path, ct) is { } body)
            {
                return body;
            }

            await Task.Delay(Pause * attempt, ct);
        }

        return [];
    }

    // Null when asking again may help.
    private async Task<byte[]?> OnceAsync(Account account, string path, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var request = graph.Get(account, path);
            using var response = await graph.Http.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(patience.Token)
                : (int)response.StatusCode is 429 or >= 500 ? null
                : [];
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return null;
        }
    }
}
