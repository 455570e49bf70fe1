using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Pools.PoolHub;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Pools;

/// <summary>A day of the only colleague of Schiermonnikoog, who goes home.</summary>
public sealed class SharedHandsTests
{
    [Fact]
    public async Task When_nobody_is_there_the_region_answers_as_the_municipality_itself()
    {
        await using var hub = await PoolHub.StartAsync();
        using var owner = hub.Client("jan", Owner);
        using var helper = hub.Client("hidde", Helper);
        await PresentAsync(helper, PresenceState.Online, "wadden");
        var id = await AskAsync(hub, "Waar kan ik parkeren?");
        await PoolHub.OpenAsync(hub, id);

        var row = await ReadAsync<ConversationRow>(await PostAsync(helper, "/api/v1/conversations/next"));

        (row.Id, row.Municipality, row.ClaimedBy!.Id).ShouldBe((id, Owner, "hidde"));
        var path = $"/api/v1/conversations/{id}";
        var detail = await GetAsync<ConversationDetail>(helper, path);
        detail.Sharing!.Helping.ShouldBeTrue();
        detail.Sharing.Why.ShouldBe("Van de gemeente is nu niemand aanwezig.");
        (await GetAsync<Guidance>(helper, path + "/guidance")).Municipality.ShouldBe(Owner);
        (await GetAsync<ConversationTrace>(helper, path + "/trace")).Decisions.ShouldNotBeEmpty();
        var answer = new NewReply(detail.Row.Version, "Op het plein.", ResolveAfter: true);
        await ReadAsync<ReplyAccepted>(await PostAsync(helper, path + "/replies", answer));
        await Eventually.Async(() => hub.Channel.Received.OfType<ReplyToSend>().Any(), "the reply at the channel");
        var sent = hub.Channel.Received.OfType<ReplyToSend>().Single();
        sent.Municipality.ShouldBe(Owner);
        sent.Text.ShouldBe("Op het plein.\n\nHidde de Vries, gemeente GM0088");

        await OwnerSeesAllAsync(hub, owner, helper, path);
    }

    [Fact]
    public async Task Taking_back_is_instant_whoever_was_busy()
    {
        await using var hub = await PoolHub.StartAsync();
        using var owner = hub.Client("jan", Owner);
        using var helper = hub.Client("hidde", Helper);
        await PresentAsync(helper, PresenceState.Online, "wadden");
        var id = await AskAsync(hub, "Mag ik hier staan?");
        await PoolHub.OpenAsync(hub, id);
        await ReadAsync<ConversationRow>(await PostAsync(helper, "/api/v1/conversations/next"));
        (await GetAsync<ConversationRow[]>(helper, "/api/v1/pools/held")).ShouldHaveSingleItem().Id.ShouldBe(id);
        var path = $"/api/v1/conversations/{id}";

        await ReadAsync<ConversationVersion>(await PostAsync(owner, path + "/take-back"));

        (await PostAsync(helper, path + "/notes", new NewNote("Nog even"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await helper.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync<ConversationRow[]>(helper, "/api/v1/pools/held")).ShouldBeEmpty();
        (await GetAsync<ConversationDetail>(owner, path)).Row.ClaimedBy!.Id.ShouldBe("jan");
        (await PostAsync(helper, "/api/v1/conversations/next")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Going_offline_returns_what_was_not_answered_and_silence_does_too()
    {
        await using var hub = await PoolHub.StartAsync();
        using var helper = hub.Client("hidde", Helper);
        await PresentAsync(helper, PresenceState.Online, "wadden");
        var first = await AskAsync(hub, "Een vraag over afval");
        await PoolHub.OpenAsync(hub, first);
        await ReadAsync<ConversationRow>(await PostAsync(helper, "/api/v1/conversations/next"));
        (await GetAsync<Presence>(helper, "/api/v1/presence")).Open.ShouldBe(1);
        (await GetAsync<PoolNow>(helper, "/api/v1/pools/wadden/now")).Busy.ShouldBe(1);

        (await PresentAsync(helper, PresenceState.Offline)).Open.ShouldBe(0);

        (
            await hub.Database.ScalarAsync<int>("select (data ->> 'Returned')::int from events.mt_events where type = 'went_offline'")
        ).ShouldBe(1);
        await PresentAsync(helper, PresenceState.Online, "wadden");
        (await ReadAsync<ConversationRow>(await PostAsync(helper, "/api/v1/conversations/next"))).Id.ShouldBe(first);
        await hub.MoveClockAsync(TimeSpan.FromMinutes(6));
        await Eventually.Async(
            () => hub.CountAsync("routing.conversations where claimed_by is not null"),
            found => found == 0,
            "silence gives back",
            30
        );
        (await GetAsync<Presence>(helper, "/api/v1/presence")).State.ShouldBe(PresenceState.Offline);
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_pool_gives_back_what_they_had()
    {
        await using var hub = await PoolHub.StartAsync();
        using var helper = hub.Client("hidde", Helper);
        await PresentAsync(helper, PresenceState.Online, "wadden");
        var id = await AskAsync(hub, "Wanneer komt de boot?");
        await PoolHub.OpenAsync(hub, id);
        await ReadAsync<ConversationRow>(await PostAsync(helper, "/api/v1/conversations/next"));
        using var manager = hub.Client("kees", Helper, "manager");

        (await manager.DeleteAsync($"/api/v1/pools/wadden/agents/{Helper}/hidde")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await hub.WaitForAsync("routing.conversations where claimed_by is null and claimed_pool is null and status = 0", 1);
        (await GetAsync<PoolNow>(manager, "/api/v1/pools/wadden/now")).Colleagues.ShouldBeEmpty();
        (await helper.GetAsync($"/api/v1/conversations/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_crisis_opens_the_country_and_closes_it_again_when_it_is_over()
    {
        await using var hub = await PoolHub.StartAsync(
            extra: "scenarios: [{ id: hoogwater, title: Hoogwater, pools: [region, national] }]"
        );
        using var manager = hub.Client("kees", Owner, "webcare", "manager");
        await JoinAsync(manager, "nl", Owner);
        var id = await AskAsync(hub, "Komt het water hier ook?");
        await PoolHub.OpenAsync(hub, id);
        (await OpenToAsync()).ShouldBe("wadden");

        var crisis = new CrisisInForce(Guid.CreateVersion7(), "hoogwater", ["wadden"], false, DateTimeOffset.UtcNow);
        await SwitchAsync(session => session.SwitchCrisis(crisis));
        await PoolHub.OpenAsync(hub, id, pool: "nl");
        (await OpenToAsync()).ShouldBe("wadden nl");

        await SwitchAsync(session => session.LiftCrisis(crisis.Id));
        await PoolHub.OpenAsync(hub, id, open: false, pool: "nl");
        (await OpenToAsync()).ShouldBe("wadden");
        using var owner = hub.Client("jan", Owner);
        var thread = (await GetAsync<ConversationDetail>(owner, $"/api/v1/conversations/{id}")).Thread;
        thread.Select(item => item.Text).ShouldContain("Open voor landelijke pool. Er is een crisis: Hoogwater.");

        Task<string?> OpenToAsync() =>
            hub.Database.ScalarAsync<string>("select array_to_string(open_to, ' ') from routing.conversations where id = $1", id);
        async Task SwitchAsync(Action<EventSession> change)
        {
            await using var session = await hub.Get<EventStore.EventStore>().OpenAsync(["wadden"], null, default);
            change(session);
            await session.CommitAsync(default);
        }
    }

    private static async Task OwnerSeesAllAsync(RoutingHub hub, HttpClient owner, HttpClient helper, string path)
    {
        // It is resolved: closed, and seen by its owner in whole.
        (await helper.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var after = await GetAsync<ConversationDetail>(owner, path);
        after.Row.Status.ShouldBe(ConversationStatus.Resolved);
        after.Row.OpenTo.ShouldBeNull();
        after.Thread.ShouldContain(item => item.Text == "Open voor regio Wadden. Van de gemeente is nu niemand aanwezig.");
        using var admin = hub.Client("bea", Owner, "admin");
        var log = await GetAsync<ProcessingLogPage>(admin, "/api/v1/processing-log");
        log.Items.ShouldContain(line => line.AgentId == "GM0072:hidde" && line.AgentName == "Hidde de Vries (GM0072)");
        (await hub.Database.ScalarAsync<string>("select data ->> 'From' from events.mt_events where type = 'claimed'")).ShouldBe(Helper);
    }
}
