using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Channels.Receiving;

/// <summary>Takes an authentic post: read, and in the broker's hands when it returns. Needs no database.</summary>
public sealed class Reception(
    HotPublisher publisher,
    AccountBook accounts,
    AccountSigns signs,
    Pseudonyms pseudonyms,
    Vault vault,
    TimeProvider time
)
{
    /// <summary>Hands everything in the post on. Returns the id of the delivery.</summary>
    /// <param name="channel">Of the items that say no other.</param>
    /// <param name="body">As it came; kept, sealed, when something in it could not be read.</param>
    /// <exception cref="BrokerAwayException">The broker has not confirmed: answer 503, the platform delivers again.</exception>
    public async Task<Guid> AcceptAsync(string channel, string app, ReadPost read, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var post = new Post(Guid.CreateVersion7(now), app, now, channel, read);
        var messages = new List<HotMessage>();
        var municipality = (PostItem item) => Owner(post, item)?.Municipality;
        var homeless = post.Read.Items.Where(item => item is (ForRouting or ForLookUp) && municipality(item) is null).ToArray();
        var keep = post.Read.KeepBody || homeless.Length > 0 ? post.Id : (Guid?)null;
        var record = new DeliveryRecord([.. post.Read.Items.Select(item => Describe(item, municipality(item)))], keep);
        AddInbound(post, record, municipality, messages);
        foreach (var item in post.Read.Items.OfType<ForSending>())
        {
            messages.Add(Status(post.ChannelOf(item), item.Status, municipality(item)));
        }

        foreach (var item in post.Read.Items.OfType<ForLookUp>().Where(item => municipality(item) is not null))
        {
            messages.Add(
                new(item.Queue, item.Body, pseudonyms.Hash($"{post.ChannelOf(item)}|{item.Account}|{item.Key}"), municipality(item))
            );
        }

        if (keep is not null)
        {
            messages.Add(Kept(post, body, homeless));
        }

        await publisher.PublishAsync(messages, ct);
        Signals.Accepted.Add(post.Read.Items.Count, new KeyValuePair<string, object?>("webcare.channel", channel));
        Sign(post);
        return post.Id;
    }

    private sealed record Post(Guid Id, string App, DateTimeOffset At, string Channel, ReadPost Read)
    {
        public string ChannelOf(PostItem? item) => item?.Channel ?? Channel;
    }

    private Account? Owner(Post post, PostItem item) =>
        item.Account.Length == 0 ? null : accounts.Find(post.ChannelOf(item), post.App, item.Account);

    private void Sign(Post post)
    {
        foreach (var account in post.Read.Items.Select(item => Owner(post, item)).OfType<Account>().Distinct())
        {
            signs.Received(account.Channel, account.App, account.Id);
        }
    }

    private static DeliveryItem Describe(PostItem item, string? municipality) =>
        municipality is null && item.Account.Length > 0 && item is (ForRouting or ForLookUp)
            ? new("unknown-account", $"{item.Kind} {item.Detail}", null)
            : new(item.Kind, item.Detail, municipality);

    private void AddInbound(Post post, DeliveryRecord record, Func<PostItem, string?> municipality, List<HotMessage> messages)
    {
        var number = 0;
        foreach (var item in post.Read.Items.OfType<ForRouting>())
        {
            var key = pseudonyms.Hash($"{post.ChannelOf(item)}|{item.Account}|{item.Key}");
            if (item.Content is InboundEcho said && municipality(item) is { } speaker)
            {
                messages.Add(Echo(post, item, said, speaker, key));
                continue;
            }

            messages.Add(ToRouting(Of(post, number, item, municipality(item), key, number == 0 ? record : null)));
            number++;
        }

        if (number == 0)
        {
            var first = post.Read.Items.FirstOrDefault(item => item.Account.Length > 0);
            var nothing = new ForRouting(first?.Account ?? "", "", "", "", new InboundNothing()) { Channel = first?.Channel };
            var owner = first is null ? null : municipality(first);
            messages.Add(ToRouting(Of(post, 0, nothing, owner, pseudonyms.Hash($"delivery|{post.Id}"), record)));
        }
    }

    private static Inbound Of(Post post, int number, ForRouting item, string? municipality, string key, DeliveryRecord? record) =>
        new(post.Id, number, municipality, post.ChannelOf(item), post.App, item.Account, post.At, key, item.Content, record);

    private static HotMessage ToRouting(Inbound inbound) =>
        new(
            Queues.RoutingInbound,
            JsonSerializer.SerializeToUtf8Bytes(inbound, InboundJson.Default.Inbound),
            inbound.EventKey,
            inbound.Municipality
        );

    // May be an answer of ours: who sends those knows.
    private HotMessage Echo(Post post, ForRouting item, InboundEcho said, string municipality, string key)
    {
        var echo = Of(post, 0, item, municipality, key, null);
        var status = new MessageStatus(post.App, item.Account, said.PlatformId, null, DeliveryState.Sent, null, said.SentAt, Echo: echo);
        return Status(post.ChannelOf(item), status, municipality);
    }

    private HotMessage Status(string channel, MessageStatus status, string? municipality) =>
        new(
            Queues.StatusesFor(channel),
            JsonSerializer.SerializeToUtf8Bytes(status, MessageStatusJson.Default.MessageStatus),
            pseudonyms.Hash($"{channel}|{status.PlatformId}|{status.PartId}|{status.State}{UpTo(status)}"),
            municipality
        );

    private static string UpTo(MessageStatus status) =>
        status.Recipient is null ? "" : $"|{status.Account}|{status.Recipient}|{status.At.ToUnixTimeMilliseconds()}";

    private HotMessage Kept(Post post, ReadOnlyMemory<byte> body, IEnumerable<PostItem> homeless)
    {
        // Who left a platform is not waiting for what comes there.
        var awaited = homeless
            .Where(item => item.Account.Length > 0 && !accounts.IsWithdrawn(post.ChannelOf(item), post.App, item.Account))
            .Select(item => AccountBook.KeyOf(post.ChannelOf(item), post.App, item.Account))
            .Distinct();
        var subjects = post
            .Read.Items.OfType<ForRouting>()
            .SelectMany(item => Subjects.Of(item.Content))
            .Distinct()
            .Select(pseudonyms.Hash);
        var kept = new KeptBody(
            post.Id,
            post.Channel,
            post.App,
            vault.Seal(KeptBody.Purpose, body.Span),
            [.. subjects],
            post.At,
            [.. awaited]
        );
        return new(KeptBody.Queue, JsonSerializer.SerializeToUtf8Bytes(kept, KeptBodyJson.Default.KeptBody), post.Id.ToString("D"), null);
    }
}
