using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis;
using WebcareHub.Crisis.Rehearsing.Reporting;
using WebcareHub.Crisis.Rehearsing.Waves;
using WebcareHub.Crisis.Switching;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Crises;

/// <summary>A wave on the ordinary way in, in the exercise's tenants alone, and what the report makes of it.</summary>
public sealed class RehearsingTests
{
    private const int Messages = 60;
    private const string Received = "events.mt_events where type = 'message_received' and tenant_id like 'oef.%'";
    private static readonly Caller Renske = new("renske", "Renske Hofstra", "GM0072", ["manager"]);
    private static readonly Caller Elsewhere = new("joris", "Joris Kamphuis", "GM0193", ["manager"]);

    [Fact]
    public async Task A_wave_comes_once_is_answered_and_told_and_stops_with_the_exercise()
    {
        await using var hub = await StartAsync();
        var from = DateTimeOffset.UtcNow.AddMinutes(-5);
        await hub.SendAsync(Some.Message(Some.Person(), "Mag ik hier parkeren? Groeten, Willemijn", municipality: "GM0072"));
        await hub.WaitForAsync("routing.conversations", 1);
        var crisis = await DeclareAsync(hub);

        var wave = await StartedAsync(hub, crisis, new NewWave(Script: "storm", Factor: 60));
        await ComeAsync(hub, crisis, Messages);
        await SentAgainAsync(hub, wave.Id);
        (await hub.CountAsync(Received)).ShouldBe(Messages);
        await AnswerAsync(hub);

        await StartedAsync(hub, crisis, new NewWave(Recorded: new RecordedPeriod(from, DateTimeOffset.UtcNow), Factor: 60));
        await ComeAsync(hub, crisis, Messages + 1);
        var endless = await StartedAsync(hub, crisis, new NewWave(Script: "storm", Factor: 1, PerMinute: 1));
        await hub.Get<CrisisDesk>().CarryAsync(Renske, crisis, (who, course, _) => End.Decide(who, course, "Genoeg geoefend."), default);
        await hub.WaitForAsync($"crisis.waves where id = '{endless.Id}' and state = 1", 1);

        await ToldAsync(hub, crisis);
    }

    private static async Task ToldAsync(RoutingHub hub, Guid crisis)
    {
        var report = (await hub.Get<Reports>().ReadAsync(Renske, crisis, default))!;
        (report.Messages, report.Answered, report.Until is null).ShouldBe((Messages + 1, 1, false));
        report.Municipalities.Sum(each => each.Messages).ShouldBe(Messages + 1);
        report.Municipalities.Single(each => each.Code == "GM0088").AnsweredAtHome.ShouldBe(1);
        var text = Written.Text(report);
        text.ShouldContain("De golf Storm op het wad begint: 60 berichten, 60 keer zo snel. (Renske Hofstra)");
        text.ShouldContain("De golf Storm op het wad is voorbij: 60 berichten.");
        text.ShouldContain("De oefening is voorbij.");
        (await hub.Get<Reports>().ReadAsync(Elsewhere, crisis, default)).ShouldBeNull();
    }

    private static async Task<Wave> StartedAsync(RoutingHub hub, Guid crisis, NewWave wave)
    {
        (await StartWave.Post(crisis, wave, Elsewhere, hub.Get<Starting>(), default)).Result.ShouldBeOfType<NotFound>();
        var started = await StartWave.Post(crisis, wave, Renske, hub.Get<Starting>(), default);
        return started.Result.ShouldBeOfType<Created<Wave>>().Value!;
    }

    private static async Task ComeAsync(RoutingHub hub, Guid crisis, int messages)
    {
        await Eventually.Async(
            async () => (await ListedAsync(hub, crisis)).Waves.Where(wave => wave.State == WaveState.Done).Sum(wave => wave.Sent),
            sent => sent == messages,
            "the wave",
            60
        );
        await hub.WaitForAsync(Received, messages);
        (
            await hub.CountAsync(
                "events.mt_events where type = 'message_received' and tenant_id not like 'oef.%' and tenant_id <> 'GM9999'"
            )
        ).ShouldBe(1);
    }

    private static async Task<RehearsalWaves> ListedAsync(RoutingHub hub, Guid crisis) =>
        (await ListWaves.Get(crisis, Renske, hub.Get<Exercises>(), hub.Get<EventStore.Vault>(), hub.Get<TimeProvider>(), default))
            .Result.ShouldBeOfType<Ok<RehearsalWaves>>()
            .Value!;

    /// <summary>As after a crash between sending and writing it down.</summary>
    private static async Task SentAgainAsync(RoutingHub hub, Guid wave)
    {
        await hub.Database.ScalarAsync<object>("update crisis.waves set state = 0, sent = sent - 20 where id = $1", wave);
        await hub.WaitForAsync($"crisis.waves where id = '{wave}' and state = 2 and sent = {Messages}", 1);
        // Behind what was sent again: once this is in, that was looked at too.
        await hub.SendAsync(Some.Message(Some.Person(), "En dit?", municipality: "GM9999"));
        await hub.WaitForAsync("routing.conversations where tenant_id = 'GM9999'", 1);
    }

    private static async Task AnswerAsync(RoutingHub hub)
    {
        using var jan = hub.Client("jan");
        jan.DefaultRequestHeaders.Add("Webcare-Exercise", "true");
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));
        var path = $"/api/v1/conversations/{taken.Id}/replies";
        await ReadAsync<ReplyAccepted>(await PostAsync(jan, path, new { ExpectedVersion = taken.Version, Text = "Blijf binnen." }));
        await hub.WaitForAsync("events.mt_events where type = 'reply_delivered'", 1);
    }

    private static async Task<Guid> DeclareAsync(RoutingHub hub)
    {
        var id = Guid.CreateVersion7();
        var command = new DeclareCrisis(null, "storm", null, ["wadden"], null, true, null, false, null, "Wij oefenen.");
        var handled = await hub.Get<CrisisDesk>()
            .BeginAsync(Renske, (who, edition) => Declare.Decide(who, Course.None, command, edition, id), default);
        handled.Refusal.ShouldBeNull();
        return id;
    }

    private static async Task<RoutingHub> StartAsync()
    {
        var hub = await RoutingHub.StartAsync(also: builder => builder.AddCrisis());
        await hub.PublishAsync("nl", 2, new(TestBlueprint.National()) { ["storm.yaml"] = Storm });
        await hub.PublishAsync("wadden", 1, new() { ["layer.yaml"] = Region });
        await hub.Get<Offices>().NameAsync("wadden", new("GM0072", "renske", "Renske Hofstra", Office.Coordinator), "operator", default);
        return hub;
    }

    private const string Region = """
        layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0072] }
        """;

    private const string Storm = """
        defaults: { owner: Team, reviewOn: 2027-06-01 }
        scenarios:
          - { id: storm, title: Storm, text: Harde wind. }
        waves:
          - id: storm
            title: Storm op het wad
            scenario: storm
            text: Er waait van alles weg.
            channels: [whatsapp, chat]
            peakMinutes: 1
            peakPerMinute: 60
            minutes: 1
            perMinute: 1
            sentences: ["Waait de container weg in {plaats}?", "Kan ik parkeren in de {straat}?"]
            names: [Sanne, Kees]
            streets: [Oefendijk]
        """;
}
