using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.HoursBank;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Tests.HoursBank;

/// <summary>From the events that Routing writes to the sheet two controllers read.</summary>
public sealed class HoursBankOverHttpTests(MonitoringHost host) : IClassFixture<MonitoringHost>
{
    private static readonly AgentRef Jan = new("jan", "Jan Wagenaar");
    private static readonly AgentRef Helper = new("GM0072:jan", "Jan Wagenaar");
    private static readonly AgentRef Eva = new("eva", "Eva Visser");

    [Fact]
    public async Task Two_controllers_settle_a_month_by_the_events_of_the_pool()
    {
        await TakePartAsync();
        // October, closed by now: 20 minutes in two halves, of which the first question was taken back unanswered.
        var (first, second) = await HelpedAsync("2026-10-05");
        // December, still open: nobody sent anything since a quarter past eleven.
        await UnderWayAsync();
        await SettledAsync();

        var controller = host.As("controller", "GM0088", "manager");
        var october = await host.ReadAsync<Settlement>(controller, "/hours-bank/settlements/wadden/2026-10");
        october.Closed.ShouldBeTrue();
        october
            .Municipalities.Select(line => (line.Name, line.Opening, line.Given, line.Received, line.Closing, line.QuestionsGiven))
            .ShouldBe([("Harlingen", 0, 1200, 0, 1200, 1), ("Schiermonnikoog", 0, 0, 1200, -1200, 0)]);
        october.Entries.Select(entry => (entry.TopicTitle, entry.Seconds, entry.Questions)).ShouldBe([(null, 600, 0), ("Afval", 600, 1)]);
        october.Entries[0].Shifts.ShouldHaveSingleItem().Day.ShouldBe(new DateOnly(2026, 10, 5));

        var december = await host.ReadAsync<Contracts.Api.HoursBank>(controller, "/hours-bank");
        (december.Pool, december.PoolTitle, december.Month, december.Closed).ShouldBe(("wadden", "regio Wadden", "2026-12", false));
        // Taken at 11:15, no sign since: half an hour. And what October left.
        december.Seconds.ShouldBe(1800);
        december.Municipalities.Single(line => line.Municipality == "GM0088").Balance.ShouldBe(-3000);
        december.MayCorrect.ShouldBeFalse();

        await NobodyIsNamedAsync(controller, first, second);
        await OthersSeeNothingAsync();
        await ClosedStaysClosedAsync(controller, october);
        await CorrectedAsync(controller);
    }

    private async Task NobodyIsNamedAsync(string controller, params Guid[] conversations)
    {
        foreach (
            var path in new[]
            {
                "/hours-bank?month=2026-10",
                "/hours-bank/settlements/wadden/2026-10",
                "/hours-bank/settlements/wadden/2026-10.csv",
            }
        )
        {
            using var answer = await host.SendAsync(HttpMethod.Get, controller, path);
            var text = await answer.Content.ReadAsStringAsync();
            text.ShouldContain("Harlingen");
            text.ShouldNotContain("jan", Case.Insensitive);
            text.ShouldNotContain("Wagenaar");
            conversations.ShouldAllBe(conversation => !text.Contains(conversation.ToString()));
        }

        using var file = await host.SendAsync(HttpMethod.Get, controller, "/hours-bank/settlements/wadden/2026-10", accept: "text/csv");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("urenbank-wadden-2026-10.csv");
    }

    private async Task OthersSeeNothingAsync()
    {
        var stranger = host.As("piet", "GM0193", "manager", "admin");
        foreach (var path in new[] { "/hours-bank", "/hours-bank?pool=wadden", "/hours-bank/settlements/wadden/2026-10" })
        {
            using var answer = await host.SendAsync(HttpMethod.Get, stranger, path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var booked = await host.SendAsync(HttpMethod.Post, stranger, "/hours-bank/corrections", Correction(10));
        booked.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Made anew from the log the books are the same; a closed month is even when they would not be.</summary>
    private async Task ClosedStaysClosedAsync(string controller, Settlement october)
    {
        var months = host.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<CloseMonths>().Single();
        (await months.CloseAsync(MonitoringHost.Now, CancellationToken.None)).ShouldBeLessThanOrEqualTo(1);
        (await host.PostgresAsync<long>("select count(*) from monitoring.hours_closed")).ShouldBe(2);
        (await months.CloseAsync(MonitoringHost.Now, CancellationToken.None)).ShouldBe(0);

        await host.CountAnewAsync(HoursProjection.Hours);
        Same(await host.ReadAsync<Settlement>(controller, "/hours-bank/settlements/wadden/2026-10"), october);
        (await host.ReadAsync<Contracts.Api.HoursBank>(controller, "/hours-bank")).Seconds.ShouldBe(1800);

        await host.PostgresAsync<int>("update monitoring.hours_entries set ticks = ticks * 2 where month = '2026-10-01'");
        Same(await host.ReadAsync<Settlement>(controller, "/hours-bank/settlements/wadden/2026-10"), october);
    }

    private async Task CorrectedAsync(string controller)
    {
        using var refused = await host.SendAsync(HttpMethod.Post, controller, "/hours-bank/corrections", Correction(-10));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await host.Get<Offices>()
            .NameAsync("wadden", new("GM0072", "keeper", "Keeper", Office.Poolkeeper), "operator", CancellationToken.None);
        var keeper = host.As("keeper", "GM0072", "webcare");
        var wanted = Correction(-10);

        using var nobody = await host.SendAsync(HttpMethod.Post, keeper, "/hours-bank/corrections", wanted with { Receiver = "GM0193" });
        nobody.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var personal = await host.SendAsync(
            HttpMethod.Post,
            keeper,
            "/hours-bank/corrections",
            wanted with
            {
                Reason = "Bel 06 12345678",
            }
        );
        (await personal.Content.ReadAsStringAsync()).ShouldContain("persoonsgegeven");
        await BookedOnceAsync(controller, keeper, wanted);
    }

    private async Task BookedOnceAsync(string controller, string keeper, NewCorrection wanted)
    {
        using var made = await host.SendAsync(HttpMethod.Post, keeper, "/hours-bank/corrections", wanted);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var again = await host.SendAsync(HttpMethod.Post, keeper, "/hours-bank/corrections", wanted);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.Content.ReadFromJsonAsync<Correction>(MonitoringHost.Json))!.Month.ShouldBe("2026-12");

        var december = await host.ReadAsync<Settlement>(controller, "/hours-bank/settlements/wadden/2026-12");
        december.Corrections.ShouldHaveSingleItem().About.ShouldBe("2026-10");
        december
            .Municipalities.Select(line => (line.Name, line.Opening, line.Corrections, line.Closing))
            .ShouldBe([("Harlingen", 1200, -600, 2400), ("Schiermonnikoog", -1200, 600, -2400)]);
        await host.CountAnewAsync(HoursProjection.Hours);
        (await host.ReadAsync<Settlement>(controller, "/hours-bank/settlements/wadden/2026-12")).Corrections.Count.ShouldBe(1);
    }

    private async Task TakePartAsync()
    {
        foreach (var municipality in new[] { "GM0072", "GM0088" })
        {
            await host.HappenedAsync(
                "wadden",
                "pool-wadden",
                new MunicipalityJoinedPool("wadden", municipality, new(1, false, []), [], Eva, At("2026-09-01", 8, 0))
            );
        }
    }

    /// <summary>Jan of Harlingen has two questions of Schiermonnikoog at once; an exercise beside it counts for nothing.</summary>
    private async Task<(Guid First, Guid Second)> HelpedAsync(string day)
    {
        await host.HappenedAsync("GM0072", $"shift-jan-{day}", new CameOnline(Jan, "GM0072", ["wadden"], 5, At(day, 9, 0)));
        var (first, second) = (await AskedAsync("GM0088", null, day), await AskedAsync("GM0088", "afval", day));
        await host.HappenedAsync("GM0088", $"conversation-{first}", new Claimed(Helper, At(day, 10, 0), "wadden", "GM0072"));
        await host.HappenedAsync("GM0088", $"conversation-{second}", new Claimed(Helper, At(day, 10, 0), "wadden", "GM0072"));
        var rehearsed = await AskedAsync("oef.GM0088", "afval", day);
        await host.HappenedAsync("oef.GM0088", $"conversation-{rehearsed}", new Claimed(Helper, At(day, 10, 5), "wadden", "GM0072"));
        await host.HappenedAsync(
            "GM0088",
            $"conversation-{first}",
            new OverflowClosed("wadden", OverflowEnds.TakenBack, "Teruggenomen.", At(day, 10, 20), Eva),
            new Claimed(Eva, At(day, 10, 20))
        );
        await host.HappenedAsync(
            "GM0088",
            $"conversation-{second}",
            new ReplyRequested(Guid.NewGuid(), null, null, null, null, null, null, [], false, Helper, null, At(day, 10, 20))
        );
        await host.HappenedAsync("GM0072", $"shift-jan-{day}", new WentOffline(Jan, "GM0072", false, 0, At(day, 17, 0)));
        return (first, second);
    }

    private async Task UnderWayAsync()
    {
        var asked = await AskedAsync("GM0088", "afval", "2026-12-10");
        await host.HappenedAsync("GM0088", $"conversation-{asked}", new Claimed(Helper, At("2026-12-10", 11, 15), "wadden", "GM0072"));
    }

    private async Task<Guid> AskedAsync(string municipality, string? topic, string day)
    {
        var conversation = Guid.CreateVersion7();
        await host.HappenedAsync(
            municipality,
            $"conversation-{conversation}",
            new QuestionRecognised(
                Guid.NewGuid(),
                Guid.NewGuid(),
                topic,
                null,
                "normal",
                "webcare",
                [],
                new Dictionary<string, int>(),
                1,
                new Dictionary<string, string>(),
                At(day, 8, 0)
            )
        );
        return conversation;
    }

    private Task SettledAsync() => host.Get<Feed>().CaughtUpAsync(HoursSubscriber.Checkpoint, CancellationToken.None);

    private static void Same(Settlement one, Settlement other) =>
        System.Text.Json.JsonSerializer.Serialize(one).ShouldBe(System.Text.Json.JsonSerializer.Serialize(other));

    private static NewCorrection Correction(int minutes) =>
        new(Guid.Parse("0198c000-0000-7000-8000-000000000001"), "wadden", "GM0072", "GM0088", minutes, "Dubbel geteld", "2026-10");

    private static DateTimeOffset At(string day, int hour, int minute) =>
        DateTimeOffset.Parse($"{day}T{hour:00}:{minute:00}:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
