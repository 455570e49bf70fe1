using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Who has which number, when that changes.</summary>
public sealed class OtherOwner
{
    private const string Written = "events.mt_events where type = 'message_received'";

    [Fact]
    public async Task Two_known_residents_become_one_when_the_platform_says_so()
    {
        await using var hub = await StartAsync();
        var (old, present) = (Some.Phone(), Some.Phone());
        await hub.SendAsync(Some.Message(new([old], "Kees"), "een"), Some.Message(new([present], "Kees"), "twee"));
        await hub.WaitForAsync("routing.conversations", 2);

        await ChangeAsync(hub, old, present);
        await hub.SendAsync(Some.Message(new([present], "Kees"), "drie"));
        await hub.WaitForAsync(Written, 3);

        (await hub.CountAsync("routing.conversations")).ShouldBe(2);
        (await hub.CountAsync("(select distinct person_id from routing.conversations) x")).ShouldBe(1);
        (await hub.CountAsync("routing.residents where merged_into is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_gets_a_number_that_somebody_left_begins_anew()
    {
        await using var hub = await StartAsync();
        var (old, present) = (Some.Phone(), Some.Phone());
        await hub.SendAsync(Some.Message(new([old], "Kees"), "Mijn paspoort is weg"));
        await hub.WaitForAsync("routing.conversations", 1);
        await ChangeAsync(hub, old, present);

        await hub.SendAsync(Some.Message(new([old], "Noor"), "Waar kan ik parkeren?"));
        await hub.WaitForAsync(Written, 2);
        await hub.SendAsync(Some.Message(new([present], "Kees"), "Gevonden"));
        await hub.WaitForAsync(Written, 3);

        (await hub.CountAsync("(select distinct person_id from routing.conversations) x")).ShouldBe(2);
        (await ToAsync(hub, "Kees")).ShouldBe([present]);
        (await ToAsync(hub, "Noor")).ShouldBe([old]);
    }

    [Fact]
    public async Task A_number_with_another_user_id_is_somebody_else_and_the_answer_to_the_first_does_not_go_there()
    {
        await using var hub = await StartAsync();
        var (phone, first, second) = (Some.Phone(), "bsuid:NL.1001", "bsuid:NL.2002");
        await hub.SendAsync(Some.Message(new([phone, first], "Kees"), "Mijn paspoort is weg"));
        await hub.WaitForAsync("routing.conversations", 1);

        await hub.SendAsync(Some.Message(new([phone, second], "Noor"), "Waar kan ik parkeren?"));
        await hub.WaitForAsync(Written, 2);

        (await hub.CountAsync("(select distinct person_id from routing.conversations) x")).ShouldBe(2);
        (await ToAsync(hub, "Kees")).ShouldBe([first]);
        (await ToAsync(hub, "Noor")).ShouldBe([phone, second]);
    }

    [Fact]
    public async Task A_user_id_that_the_platform_says_has_changed_is_still_the_same_person()
    {
        await using var hub = await StartAsync();
        var (phone, first, second) = (Some.Phone(), "bsuid:NL.3003", "bsuid:NL.4004");
        await hub.SendAsync(Some.Message(new([phone, first], "Kees"), "een"));
        await hub.WaitForAsync("routing.conversations", 1);
        await hub.SendAsync(Some.Message(new([phone, second], "Kees"), "twee"));
        await hub.WaitForAsync("routing.conversations", 2);

        await hub.SendAsync(
            Some.Item(new InboundIdentityChange(new([phone, first], null), new([phone, second], null), DateTimeOffset.UtcNow))
        );
        await hub.WaitForAsync("routing.residents where merged_into is not null", 1);

        (await hub.CountAsync("(select distinct person_id from routing.conversations) x")).ShouldBe(1);
    }

    private static async Task ChangeAsync(RoutingHub hub, string old, string present)
    {
        var received = await hub.CountAsync("routing.received");
        await hub.SendAsync(Some.Item(new InboundIdentityChange(new([old], null), new([present], null), DateTimeOffset.UtcNow)));
        await hub.WaitForAsync("routing.received", received + 1);
    }

    /// <summary>To which ids an answer in somebody's latest conversation goes.</summary>
    private static async Task<IReadOnlyList<string>> ToAsync(RoutingHub hub, string name)
    {
        var jan = hub.Client();
        var row = (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?limit=100")).Items.First(row => row.ResidentName == name);
        var claimed = await ReadAsync<ConversationVersion>(
            await PostAsync(jan, $"/api/v1/conversations/{row.Id}/claim", new OnVersion(row.Version))
        );
        var reply = await ReadAsync<ReplyAccepted>(
            await PostAsync(jan, $"/api/v1/conversations/{row.Id}/replies", new NewReply(claimed.Version, "Dag"))
        );
        await Eventually.Async(() => Sent(hub, reply.ReplyId) is not null, "the answer has left");
        return Sent(hub, reply.ReplyId)!.To;
    }

    private static ReplyToSend? Sent(RoutingHub hub, Guid reply) =>
        hub.Channel.Received.OfType<ReplyToSend>().FirstOrDefault(sent => sent.ReplyId == reply);
}
