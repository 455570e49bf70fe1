using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Integration.Tests.Routing;
using static WebcareHub.Integration.Tests.Pools.PoolHub;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Pools;

/// <summary>
/// The wall between municipalities over seeded, random sequences of opening, claiming, taking back, closing, resolving and the end of a crisis, on
/// the real routes: what is open to the helper's pool is within reach, what is not is not there. Each look stands in the owner's verwerkingslog.
/// </summary>
public sealed class AccessTests(ITestOutputHelper output)
{
    private const int Steps = 40;

    private const string Scenario = "scenarios: [ { id: hoogwater, title: Hoogwater, pools: [region] } ]";

    // What no other route may give away either, at any moment.
    private static readonly string[] NeverForHelpers = ["/api/v1/conversations?limit=100", "/api/v1/conversations?queue=mine"];

    [Fact]
    public async Task A_helper_reaches_a_foreign_question_exactly_while_it_is_open_to_their_pool()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        await using var hub = await PoolHub.StartAsync("when: { waitingPerColleague: 500 }", Scenario);
        var scene = new AccessScene(hub, new Random(seed));
        await scene.BeginAsync(questions: 4);
        for (var step = 0; step < Steps; step++)
        {
            var what = await scene.StepAsync();
            await CheckAsync(hub, scene, $"seed {seed}, step {step}: {what}");
        }
        scene.Opened.ShouldBeGreaterThan(0);
        scene.Looked.ShouldBeGreaterThan(0);
        await EachLookIsLoggedAsync(hub, scene);
    }

    private static async Task CheckAsync(RoutingHub hub, AccessScene scene, string what)
    {
        var id = scene.Any();
        var open = await hub.Database.ScalarAsync<bool>(
            "select 'wadden' = any (open_to) and status <> 4 and not erased from routing.conversations where id = $1",
            id
        );
        foreach (var route in new[] { "", "/trace", "/guidance", "/answers" })
            (await scene.LookAsync(id, route)).ShouldBe(open ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{what}: GET {route}");
        (await scene.NoteAsync(id)).ShouldBe(open ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{what}: POST notes");
        (await scene.Stranger.GetAsync($"/api/v1/conversations/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, what);
        foreach (var route in NeverForHelpers)
            (await scene.Helper.GetStringAsync(route)).ShouldNotContain(id.ToString(), Case.Insensitive, what);
    }

    /// <summary>A municipality that shares with nobody, and a resident's other contacts, are never within reach.</summary>
    [Fact]
    public async Task A_helper_sees_the_question_and_not_what_else_there_is_of_the_resident()
    {
        await using var hub = await PoolHub.StartAsync();
        using var helper = hub.Client("hidde", Helper);
        var person = Some.Person();
        await hub.SendAsync(Some.Message(person, "Een eerdere vraag over afval"));
        await hub.WaitForAsync("routing.conversations", 1);
        var id = await hub.Database.ScalarAsync<Guid>("select id from routing.conversations");
        await PoolHub.OpenAsync(hub, id);
        var detail = await GetAsync<ConversationDetail>(helper, $"/api/v1/conversations/{id}");

        detail.Related.ShouldBeEmpty();
        detail.Earlier.ShouldBeEmpty();
        (await helper.GetAsync($"/api/v1/residents/{detail.ResidentId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var search = await PostAsync(helper, "/api/v1/conversations/_search", new ConversationSearch("afval"));
        (await ReadAsync<ConversationPage>(search)).Items.ShouldBeEmpty();
        foreach (var command in new[] { "snooze", "share", "take-back" })
        {
            object body = command == "snooze" ? new Snooze(detail.Row.Version, DateTimeOffset.UtcNow.AddHours(1)) : new ShareConversation();
            (await PostAsync(helper, $"/api/v1/conversations/{id}/{command}", body)).StatusCode.ShouldBe(HttpStatusCode.Conflict, command);
        }
        await TopicThatStaysHomeAsync(hub, helper, id);
    }

    private static async Task TopicThatStaysHomeAsync(RoutingHub hub, HttpClient helper, Guid id)
    {
        var path = $"/api/v1/conversations/{id}";
        var version = (await GetAsync<ConversationDetail>(helper, path)).Row.Version;
        await ReadAsync<ConversationVersion>(await PostAsync(helper, path + "/topic", new CorrectTopic(version, "bezwaar")));
        (await helper.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await hub.GoRoundAsync();
        (await hub.Database.ScalarAsync<bool>("select open_to = '{}' from routing.conversations where id = $1", id)).ShouldBeTrue();
        (await hub.Database.ScalarAsync<string>("select data ->> 'Cause' from events.mt_events where type = 'overflow_closed'")).ShouldBe(
            "staysHome"
        );
    }

    private static async Task EachLookIsLoggedAsync(RoutingHub hub, AccessScene scene)
    {
        foreach (var id in scene.Seen)
            (
                await hub.Database.ScalarAsync<long>(
                    "select count(*) from routing.processing_log where tenant_id = $1 and conversation_id = $2 and agent_id = 'GM0072:hidde'",
                    Owner,
                    id
                )
            ).ShouldBeGreaterThan(0);
    }
}
