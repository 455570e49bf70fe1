using System.Text.Json.Nodes;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Questions;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>Every screen is asked at a moment; then all goes on; then it is asked again as it was at that moment, and tells the same.</summary>
public sealed class AsItWasTests(MonitoringHost host) : IClassFixture<MonitoringHost>
{
    private static readonly AgentRef Jan = new("jan", "Jan");
    private static readonly DateTimeOffset Then = MonitoringHost.Now;

    // What is told of today beside what was: how far the counting is, and what who looks may do.
    private static readonly string[] OfToday = ["lag", "live", "mayChange", "mayChoose", "mayWrite", "scopes"];

    private static readonly string[] Screens =
    [
        "/newsroom?scope=GM0088",
        "/newsroom?scope=wadden",
        "/newsroom/conversations?scope=GM0088&what=waiting",
        "/figures?scope=GM0088&from=2026-11-01&until=2026-12-31",
        "/figures?scope=wadden&from=2026-10-01&until=2026-12-31",
        "/figures/repeat-contact/conversations?scope=GM0088&from=2026-11-01&until=2026-12-31",
        "/figures/definitions?",
        "/reports/quarter?scope=GM0088&period=2026-Q4",
        "/figures/topics?scope=GM0088&from=2026-11-01&until=2026-12-31",
        "/figures/comparison?month=2026-11&group=nl",
        "/figures/money?from=2026-11-01&until=2026-12-31",
    ];

    private SteppedClock Clock => (SteppedClock)host.Get<TimeProvider>();

    [Fact]
    public async Task What_a_screen_showed_at_a_moment_it_shows_when_asked_for_that_moment()
    {
        await host.Get<Offices>().NameAsync("wadden", new("GM0088", "cor", "Cor", Office.Coordinator), "operator", CancellationToken.None);
        await host.PublishAsync("nl", 2, Blueprint("09:00-17:00", 7), Then.AddDays(-60));
        await host.PublishAsync("wadden", 2, Region("GM0088, GM0072"), Then.AddDays(-60));
        await WorkAsync(Then.AddDays(-20), 12);
        await SayAsync(new Costs(60, 2, 3, 30, 80, [new(Channel.WhatsApp, 10, 0.05)]), shared: true);
        var shown = await LookAsync("");
        // The board looks every two seconds, by the clock on the wall.
        var looked = Task.Delay(TimeSpan.FromSeconds(2.1));

        Clock.MoveTo(Then.AddHours(3));
        await WorkAsync(Then.AddHours(1), 9);
        await FinishAsync();
        await host.PublishAsync("nl", 3, Blueprint("00:00-24:00", 1), Then.AddMinutes(1));
        await host.PublishAsync("wadden", 3, Region("GM0088, GM0072, GM0193"), Then.AddMinutes(1));
        await SayAsync(new Costs(90, 4, 2, 60, 90, [new(Channel.WhatsApp, 5, 1)]), shared: false);

        await looked;
        var now = await LookAsync("");
        var again = await LookAsync($"&at={Then:yyyy-MM-ddTHH:mm:ssZ}");
        foreach (var screen in Screens)
        {
            again[screen].ShouldBe(shown[screen], screen);
            now[screen].ShouldNotBe(shown[screen], $"something happened that shows at {screen}");
        }
    }

    private async Task<Dictionary<string, string>> LookAsync(string at)
    {
        await host.Get<Feed>().CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);
        var seen = new Dictionary<string, string>();
        foreach (var screen in Screens)
        {
            var page = await host.ReadAsync<JsonObject>(host.As("cor", "GM0088", "analyst", "manager"), screen + at);
            OfToday.ToList().ForEach(name => page.Remove(name));
            seen[screen] = page.ToJsonString();
        }

        return seen;
    }

    /// <summary>Questions of two municipalities, some answered, by residents of whom two are one person; and a colleague at work.</summary>
    private async Task WorkAsync(DateTimeOffset from, int questions)
    {
        await host.HappenedAsync("GM0088", $"shift-{from.Ticks}", new CameOnline(Jan, "GM0088", [], 5, from));
        for (var number = 0; number < questions; number++)
        {
            var (id, at) = (Guid.NewGuid(), from.AddHours(number * 2));
            var (tenant, resident) = (number % 3 == 0 ? "GM0072" : "GM0088", new Guid(number % 2, 0, 7, new byte[8]));
            object[] events =
            [
                new ConversationOpened(id, tenant, Channel.WhatsApp, "app", "account", resident, Visibility.Private, null, at),
                new MessageReceived(Guid.NewGuid(), Guid.NewGuid(), null, null, MessageKind.Text, null, null, [], null, at, at),
                Recognised(at),
                new Queued("webcare", null, at.AddHours(1), "never", false, [], [], at),
                new Resolved("answered", null, Jan, at.AddMinutes(50)),
            ];
            _open.Add((tenant, id));
            await host.HappenedAsync(tenant, $"conversation-{id}", events[..(number % 4 == 0 ? 4 : 5)]);
        }

        var (one, other) = (new Guid(0, 0, 7, new byte[8]), new Guid(1, 0, 7, new byte[8]));
        object said = from < Then ? new ResidentsLinked(one, other, null, Jan, from) : new ResidentsUnlinked(one, other, Jan, from);
        await host.HappenedAsync("GM0088", $"resident-{one}", said);
    }

    /// <summary>All that was open before is answered, handed over, opened again and rated.</summary>
    private async Task FinishAsync()
    {
        foreach (var ((tenant, id), number) in _open.Take(12).Select((one, number) => (one, number)))
        {
            var at = Then.AddMinutes(2 + number);
            await host.HappenedAsync(
                tenant,
                $"conversation-{id}",
                new Reopened(null, at),
                new HandedOver(Jan, "beheer", null, null, at),
                new ReplyRequested(Guid.NewGuid(), null, null, null, null, null, null, [], false, Jan, null, at),
                new TopicCorrected(Guid.NewGuid(), "afval", "paspoort", Jan, at),
                new Resolved("answered", null, Jan, at.AddMinutes(1)),
                new SatisfactionRated(9, null, at, at.AddMinutes(1))
            );
        }
    }

    private async Task SayAsync(Costs costs, bool shared)
    {
        var manager = host.As("cor", "GM0088", "manager");
        using var kept = await host.SendAsync(HttpMethod.Put, manager, "/figures/money/costs", costs);
        kept.EnsureSuccessStatusCode();
        using var chosen = await host.SendAsync(
            HttpMethod.Put,
            manager,
            "/figures/comparison/choices/satisfaction",
            new ShareFigure(shared)
        );
        chosen.EnsureSuccessStatusCode();
    }

    private static QuestionRecognised Recognised(DateTimeOffset at) =>
        new(
            Guid.NewGuid(),
            Guid.NewGuid(),
            "afval",
            "question",
            "normal",
            "webcare",
            [],
            new Dictionary<string, int>(),
            1,
            new Dictionary<string, string>(),
            at
        );

    private static Dictionary<string, string> Blueprint(string hours, int days)
    {
        var register = string.Join(
            '\n',
            "GM0072,Harlingen,Fryslân,Fryslân,,,Harlingen,,",
            "GM0088,Schiermonnikoog,Fryslân,Fryslân,,,Schiermonnikoog,,",
            "GM0193,Zwolle,Overijssel,IJsselland,,,Zwolle,,"
        );
        var files = SeededHost.National(register, $$"""{ weekdays: ["{{hours}}"] }""");
        files["cijfers.yaml"] = files["cijfers.yaml"].Replace("days: 7", $"days: {days}", StringComparison.Ordinal);
        return files;
    }

    private static Dictionary<string, string> Region(string members) =>
        new()
        {
            ["layer.yaml"] =
                $"layer: {{ title: Regio Wadden, kind: region, members: [{members}] }}\ndefaults: {{ owner: Team, reviewOn: 2027-06-01 }}\n",
        };

    private readonly List<(string Tenant, Guid Id)> _open = [];
}
