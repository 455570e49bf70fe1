using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>What the clock brings, with two processes that both look at it.</summary>
public sealed class TimerTests
{
    // More than a timer takes in one go, so that both processes find work.
    private const int Many = 150;
    private const int Few = 25;

    [Fact]
    public async Task A_deadline_that_passes_is_told_once_and_shown_as_overdue()
    {
        await using var hub = await StartAsync(processes: 2);
        await WriteAsync(hub, Many);
        var jan = hub.Client();
        await MoveAsync(hub, TimeSpan.FromHours(3.9));
        (await EventsAsync(hub, "deadline_passed")).ShouldBe(0);
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=overdue")).Items.ShouldBeEmpty();

        await MoveAsync(hub, TimeSpan.FromHours(4.1));

        await OnceEachAsync(hub, "deadline_passed", Many);
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=overdue&limit=100")).Items.Count.ShouldBe(100);
        (await hub.CountAsync("routing.conversations where overdue")).ShouldBe(Many);
    }

    [Fact]
    public async Task What_was_set_aside_comes_back_once_when_its_moment_has_come()
    {
        await using var hub = await StartAsync(processes: 2);
        await WriteAsync(hub, Few);
        var jan = hub.Client();
        foreach (var row in (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?limit=100")).Items)
            await ReadAsync<ConversationVersion>(
                await PostAsync(jan, $"/api/v1/conversations/{row.Id}/snooze", new Snooze(row.Version, DateTimeOffset.UtcNow.AddHours(2)))
            );
        await MoveAsync(hub, TimeSpan.FromHours(1.9));
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=snoozed")).Items.Count.ShouldBe(Few);
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting")).Items.ShouldBeEmpty();

        await MoveAsync(hub, TimeSpan.FromHours(2.1));

        await OnceEachAsync(hub, "snooze_ended", Few);
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=snoozed")).Items.ShouldBeEmpty();
        (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting")).Items.Count.ShouldBe(Few);
        await PromisedAsync(hub, jan);
    }

    /// <summary>What was promised comes back on its day, once, and is kept before it is done.</summary>
    private static async Task PromisedAsync(RoutingHub hub, HttpClient jan)
    {
        var row = (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting")).Items[0];
        var one = $"/api/v1/conversations/{row.Id}";
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);
        var reply = await ReadAsync<ReplyAccepted>(await PostAsync(jan, $"{one}/replies", new NewReply(row.Version, "We zoeken het uit.")));
        var promised = await ReadAsync<ConversationVersion>(
            await PostAsync(jan, $"{one}/promise", new NewPromise(reply.Version, "We bellen u", day))
        );
        var promise = (await GetAsync<ConversationDetail>(jan, one)).Promise!;
        (promise.What, promise.Day, promise.By.Id).ShouldBe(("We bellen u", day, "jan"));
        using var early = await PostAsync(jan, $"{one}/resolve", new Resolve(promised.Version, "answered", null));
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        await MoveAsync(hub, TimeSpan.FromDays(3));

        await OnceEachAsync(hub, "loop_due", 1);
        var back = await GetAsync<ConversationDetail>(jan, one);
        back.Row.Status.ShouldBe(ConversationStatus.Claimed);
        back.Row.WhyHere.ShouldBe("Een collega beloofde om hier vandaag op terug te komen.");
        var kept = await ReadAsync<ConversationVersion>(await PostAsync(jan, $"{one}/promise/kept", new OnVersion(back.Row.Version)));
        await ReadAsync<ConversationVersion>(await PostAsync(jan, $"{one}/resolve", new Resolve(kept.Version, "answered", null)));
        (await GetAsync<ConversationDetail>(jan, one)).Promise.ShouldBeNull();
    }

    [Fact]
    public async Task A_resident_is_forgotten_once_after_the_term_of_their_municipality_and_not_before()
    {
        await using var hub = await StartAsync(processes: 2);
        await PublishTermsAsync(hub, national: 30, zwolle: 60);
        await WriteAsync(hub, Few);
        await hub.SendAsync(Some.Message(Some.Person(), "Hallo", municipality: "GM0193"));
        await hub.WaitForAsync("routing.conversations", Few + 1);
        await ResolveAllAsync(hub, "GM0088");
        await ResolveAllAsync(hub, "GM0193");
        await hub.SendAsync(Some.Message(Some.Person(), "Dit gesprek is nog open"));
        await hub.WaitForAsync("routing.conversations", Few + 2);
        await MoveAsync(hub, TimeSpan.FromDays(29));
        (await EventsAsync(hub, "personal_data_erased")).ShouldBe(0);

        await MoveAsync(hub, TimeSpan.FromDays(31));

        await OnceEachAsync(hub, "personal_data_erased", Few);
        (await hub.CountAsync("events.deletions")).ShouldBe(Few);
        (await hub.CountAsync("events.resident_keys")).ShouldBe(2);
        (await hub.CountAsync("routing.conversations where resident_name is not null")).ShouldBe(2);
        await MoveAsync(hub, TimeSpan.FromDays(61));
        await OnceEachAsync(hub, "personal_data_erased", Few + 1);
        (await hub.CountAsync("events.resident_keys")).ShouldBe(1);
    }

    private static async Task PublishTermsAsync(RoutingHub hub, int national, int zwolle)
    {
        await hub.PublishAsync(
            "nl",
            2,
            TestBlueprint.National().Append(new("retention.yaml", $"retention: {{ conversationDays: {national} }}")).ToDictionary()
        );
        var layer = $"layer: {{ title: Zwolle, kind: municipality }}\nretention: {{ conversationDays: {zwolle} }}";
        await hub.PublishAsync("GM0193", 1, new() { ["layer.yaml"] = layer });
    }

    private static async Task WriteAsync(RoutingHub hub, int residents)
    {
        await hub.SendAsync([.. Enumerable.Range(0, residents).Select(_ => Some.Message(Some.Person(), "Waar kan ik parkeren?"))]);
        await hub.WaitForAsync("routing.conversations", residents);
    }

    private static async Task ResolveAllAsync(RoutingHub hub, string municipality)
    {
        var jan = hub.Client("jan", municipality);
        foreach (var row in (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?limit=100")).Items)
            await ReadAsync<ConversationVersion>(
                await PostAsync(jan, $"/api/v1/conversations/{row.Id}/resolve", new Resolve(row.Version, "no-reply", "Alleen een groet"))
            );
    }

    /// <summary>Moves the clock of both processes, and lets both look at it.</summary>
    private static async Task MoveAsync(RoutingHub hub, TimeSpan ahead)
    {
        await hub.MoveClockAsync(ahead);
        await hub.GoRoundAsync();
    }

    /// <summary>All of them, and after another round of both processes still no more.</summary>
    private static async Task OnceEachAsync(RoutingHub hub, string type, int conversations)
    {
        await Eventually.Async(() => EventsAsync(hub, type), found => found >= conversations, $"{conversations} times {type}", 60);
        await hub.GoRoundAsync();
        (await EventsAsync(hub, type)).ShouldBe(conversations);
        (await hub.Database.ScalarAsync<long>("select count(distinct stream_id) from events.mt_events where type = $1", type)).ShouldBe(
            conversations
        );
    }

    private static Task<long> EventsAsync(RoutingHub hub, string type) =>
        hub.Database.ScalarAsync<long>("select count(*) from events.mt_events where type = $1", type);
}
