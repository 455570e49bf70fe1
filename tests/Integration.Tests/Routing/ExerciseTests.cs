using System.Net;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Pools;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>An exercise works at the desk like the real thing, beside it, and goes nowhere.</summary>
public sealed class ExerciseTests
{
    private const string Tenant = "oef.GM0088";
    private static readonly Guid Crisis = Guid.NewGuid();

    [Fact]
    public async Task An_exercise_is_worked_in_beside_the_real_thing_and_no_answer_leaves()
    {
        await using var hub = await StartAsync();
        using var real = hub.Client();
        using var exercising = Exercising(hub);
        await hub.SendAsync(WithFile(Some.Message(Some.Person(), "Waar kan ik parkeren?", municipality: Tenant)));
        await hub.WaitForAsync("routing.conversations", 1);
        await RefusedAsync(exercising, HttpStatusCode.Conflict, "Er loopt nu geen oefening");

        await SwitchAsync(hub, true);

        var found = await EventuallyNextAsync(exercising);
        (await real.GetAsync($"/api/v1/conversations/{found.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(real, "/api/v1/conversations/next")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var answered = await PostAsync(
            exercising,
            $"/api/v1/conversations/{found.Id}/replies",
            new { ExpectedVersion = found.Version, Text = "Bij de haven." }
        );
        answered.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answered.Content.ReadAsStringAsync());

        await hub.WaitForAsync($"events.mt_events where tenant_id = '{Tenant}' and type = 'reply_delivered'", 1);
        await hub.WaitForAsync($"events.mt_events where tenant_id = '{Tenant}' and type = 'attachment_arrived'", 1);
        hub.Channel.Received.Where(message => message is ReplyToSend or FetchAttachments or UncertainSettled).ShouldBeEmpty();

        await SwitchAsync(hub, false);
        await Eventually.Async(
            async () => (await exercising.GetAsync("/api/v1/conversations")).StatusCode,
            status => status == HttpStatusCode.Conflict,
            "the exercise is over"
        );
        await ForgottenAsync(hub);
    }

    [Fact]
    public async Task Nobody_signs_in_for_an_exercise_and_who_is_unclear_about_it_is_refused()
    {
        await using var hub = await StartAsync();
        await SwitchAsync(hub, true);
        using var signed = hub.Client("jan", Tenant);
        (await signed.GetAsync("/api/v1/conversations")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var elsewhere = Exercising(hub, "GM0193");
        await RefusedAsync(elsewhere, HttpStatusCode.Conflict, "Er loopt nu geen oefening voor uw gemeente");
        using var unclear = hub.Client();
        unclear.DefaultRequestHeaders.Add("Webcare-Exercise", "ja");
        await RefusedAsync(unclear, HttpStatusCode.BadRequest, "Webcare-Exercise");
    }

    [Fact]
    public async Task An_exercise_has_no_pools_and_nothing_of_it_comes_into_one()
    {
        await using var hub = await PoolHub.StartAsync();
        await SwitchAsync(hub, true);
        using var manager = hub.Client("kees", "GM0088", "webcare", "manager");
        await PoolHub.AdmitAsync(manager, "wadden", "GM0088", "jan");
        using var exercising = Exercising(hub);
        await Eventually.Async(
            async () => (await exercising.GetAsync("/api/v1/pools")).StatusCode,
            status => status == HttpStatusCode.OK,
            "the exercise is on"
        );

        (await GetAsync<PoolSummary[]>(exercising, "/api/v1/pools")).ShouldBeEmpty();
        (await exercising.GetAsync("/api/v1/pools/wadden")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var online = new SetPresence(PresenceState.Online, Pools: ["wadden"]);
        (await exercising.PutAsJsonAsync("/api/v1/presence", online, Json)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PoolHub.PresentAsync(exercising, PresenceState.Online)).Pools.ShouldBeEmpty();
        foreach (var way in new[] { "members/oef.GM0088", "agents/oef.GM0088/jan", "agents/GM0088/oef.jan" })
        {
            object body = way.StartsWith('m') ? new JoinPool(1, true, [], []) : new AdmitAgent("Jan");
            using var refused = await manager.PutAsJsonAsync($"/api/v1/pools/wadden/{way}", body, Json);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("In een oefening werkt de pool niet mee.");
            (await exercising.PutAsJsonAsync($"/api/v1/pools/wadden/{way}", body, Json)).IsSuccessStatusCode.ShouldBeFalse();
        }
        await ClosedAsync(hub);
    }

    private static async Task ClosedAsync(RoutingHub hub)
    {
        foreach (
            var (table, columns) in new[] { ("pool_members", "municipality"), ("pool_agents", "municipality"), ("pool_agents", "subject") }
        )
            await Should.ThrowAsync<PostgresException>(() =>
                hub.Database.ScalarAsync<int>($"update routing.{table} set {columns} = 'oef.' || {columns} returning 1")
            );
    }

    private static async Task ForgottenAsync(RoutingHub hub)
    {
        await hub.MoveClockAsync(TimeSpan.FromDays(29));
        await hub.GoRoundAsync();
        (await hub.CountAsync("routing.conversations where erased")).ShouldBe(0);
        await hub.MoveClockAsync(TimeSpan.FromDays(31));
        await hub.WaitForAsync("routing.conversations where erased", 1);
        await hub.WaitForAsync($"events.deletions where tenant_id = '{Tenant}'", 1);
        hub.Channel.Received.OfType<ResidentErased>().ShouldBeEmpty();
    }

    private static async Task<ConversationRow> EventuallyNextAsync(HttpClient client)
    {
        HttpResponseMessage answer = null!;
        await Eventually.Async(
            async () => (answer = await PostAsync(client, "/api/v1/conversations/next")).StatusCode,
            status => status == HttpStatusCode.OK,
            "the next of the exercise"
        );
        return await ReadAsync<ConversationRow>(answer);
    }

    private static async Task RefusedAsync(HttpClient client, HttpStatusCode status, string words)
    {
        using var refused = await client.GetAsync("/api/v1/conversations");
        refused.StatusCode.ShouldBe(status);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    private static HttpClient Exercising(RoutingHub hub, string municipality = "GM0088")
    {
        var client = hub.Client("jan", municipality);
        client.DefaultRequestHeaders.Add("Webcare-Exercise", "true");
        return client;
    }

    private static async Task SwitchAsync(RoutingHub hub, bool on)
    {
        await using var session = await hub.Get<EventStore.EventStore>().OpenAsync(["GM0088"], null, default);
        if (on)
            session.SwitchCrisis(new CrisisInForce(Crisis, "hoogwater", ["GM0088"], Exercise: true, DateTimeOffset.UtcNow));
        else
            session.LiftCrisis(Crisis);
        await session.CommitAsync(default);
    }

    private static Inbound WithFile(Inbound inbound) =>
        inbound with
        {
            App = "oefening",
            Content = (InboundMessage)inbound.Content with
            {
                Attachments = [new InboundAttachment(Guid.CreateVersion7(), "media-1", "image/jpeg", null, null)],
            },
        };
}
