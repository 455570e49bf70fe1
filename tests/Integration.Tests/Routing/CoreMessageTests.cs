using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>What a spokesperson released, at the desk: offered first, told with the moment it is of, and known by whom it was received.</summary>
public sealed class CoreMessageTests
{
    private static readonly Guid Message = Guid.CreateVersion7();
    private static readonly AgentRef Wil = new("wil", "Wil");
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_core_message_is_told_until_it_is_outdated_or_withdrawn_and_its_receivers_are_known()
    {
        await using var hub = await RoutingHub.StartAsync();
        var (jan, path) = (hub.Client(), await AskedAsync(hub));
        var version = await RecordAsync(hub, "nl", 0, Issued(1), Released("GM0088", 1));
        var elsewhere = Guid.CreateVersion7();
        object[] exercise = [Issued(1) with { MessageId = elsewhere }, Released("GM0088", 1) with { MessageId = elsewhere }];
        await RecordAsync(hub, "oef.nl", 0, exercise);

        var offered = await OfferedAsync(jan, path);
        (await ReplyAsync(jan, path, $"core:{Guid.NewGuid()}:1")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var told = await ReplyAsync(jan, path, offered.Id);
        told.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await ReceivedAsync(hub, jan, path);

        version = await RecordAsync(hub, "nl", version, Issued(2));
        (await ReplyAsync(jan, path, offered.Id)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        version = await RecordAsync(hub, "nl", version, Released("GM0088", 2));
        (await GetAsync<StandardAnswer[]>(jan, path + "/answers"))[0].Id.ShouldBe($"core:{Message}:2");
        await RecordAsync(hub, "nl", version, new CoreMessageWithdrawn(Message, 2, "Het klopt niet.", null, "GM0088", Wil, Now));
        using var withdrawn = await ReplyAsync(jan, path, $"core:{Message}:2");
        (await withdrawn.Content.ReadAsStringAsync()).ShouldContain("ingetrokken");
    }

    /// <summary>First of all answers and of all guidance; nothing of an exercise.</summary>
    private static async Task<StandardAnswer> OfferedAsync(HttpClient client, string path)
    {
        var answers = await GetAsync<StandardAnswer[]>(client, path + "/answers");
        var offered = answers[0];
        offered.Id.ShouldBe($"core:{Message}:1");
        offered.Text.ShouldContain("De dijk houdt.\n\nStand van ");
        answers.Count(each => each.Id.StartsWith("core:", StringComparison.Ordinal)).ShouldBe(1);
        (await GetAsync<Guidance>(client, path + "/guidance")).Entries[0].Id.ShouldBe(offered.Id);
        (await GetAsync<StandardAnswer[]>(client, path + "/answers?query=zwembad")).ShouldNotContain(each => each.Id == offered.Id);
        return offered;
    }

    private static async Task<string> AskedAsync(RoutingHub hub)
    {
        await hub.SendAsync(Some.Message(Some.Person(Some.Phone()), "Houdt de dijk het?"));
        await hub.WaitForAsync("routing.conversations", 1);
        var id = await hub.Database.ScalarAsync<Guid>("select id from routing.conversations");
        return $"/api/v1/conversations/{id}";
    }

    /// <summary>The own municipality sees the conversation, another only the figures; what failed was not received.</summary>
    private static async Task ReceivedAsync(RoutingHub hub, HttpClient jan, string path)
    {
        await CaughtUpAsync(hub);
        var receivers = await GetAsync<CoreMessageReceivers>(jan, $"/api/v1/core-message-receivers/{Message}");
        receivers.Counts.ShouldBe([new("GM0088", "whatsapp", 1, 1, 0)]);
        (receivers.Total, receivers.Next).ShouldBe((1, null));
        var receiver = receivers.Conversations.ShouldHaveSingleItem();
        path.ShouldEndWith(receiver.ConversationId.ToString());
        var others = await GetAsync<CoreMessageReceivers>(hub.Client("zoe", "GM0193"), $"/api/v1/core-message-receivers/{Message}");
        (others.Counts.Count, others.Conversations.Count).ShouldBe((1, 0));

        var failed = new ReplyOutcome(
            "GM0088",
            receiver.ConversationId,
            receiver.ReplyId,
            0,
            1,
            DeliveryState.Failed,
            null,
            "Geweigerd.",
            false,
            Now
        );
        await hub.Get<OutgoingBus>().PublishAsync(failed, default);
        var after = await Eventually.Async(
            () => GetAsync<CoreMessageReceivers>(jan, $"/api/v1/core-message-receivers/{Message}?version=1"),
            found => found.Counts[0].Failed == 1,
            "the failure"
        );
        after.Conversations.ShouldBeEmpty();
    }

    private static async Task<long> RecordAsync(RoutingHub hub, string layer, long version, params object[] events)
    {
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync([layer], null, default);
        session.Append(new StreamKey(layer, $"core-message-{Message}"), version, events);
        await session.CommitAsync(default);
        await CaughtUpAsync(hub);
        return version + events.Length;
    }

    private static Task CaughtUpAsync(RoutingHub hub) => hub.Get<Feed>().CaughtUpAsync("routing.core-messages:All", default);

    private static CoreMessageIssued Issued(int version) =>
        new(
            Message,
            version,
            Guid.CreateVersion7(),
            "nl",
            ["nl"],
            "De dijk",
            "De dijk houdt.",
            null,
            [],
            Now,
            null,
            Wil,
            "GM0088",
            "burgemeester",
            ApprovingRole.MayorsLine,
            null,
            Now
        );

    private static CoreMessageReleased Released(string municipality, int version) =>
        new(Message, version, municipality, "De dijk", "De dijk houdt.", Now.AddMinutes(-1), null, Now, Wil, Now);

    private static async Task<HttpResponseMessage> ReplyAsync(HttpClient client, string path, string answer)
    {
        var detail = await GetAsync<ConversationDetail>(client, path);
        return await client.PostAsJsonAsync(path + "/replies", new NewReply(detail.Row.Version, "De dijk houdt.", answer), RoutingHub.Json);
    }

    private static async Task<T> GetAsync<T>(HttpClient client, string path)
    {
        var found = await client.GetFromJsonAsync<T>(path, RoutingHub.Json);
        return found!;
    }
}
