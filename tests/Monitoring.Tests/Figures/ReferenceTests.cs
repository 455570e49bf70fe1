using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Questions;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>Every figure against a second, plain computation over the raw events, through the API, now and as it was.</summary>
public sealed class ReferenceTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private static readonly DateTimeOffset Meanwhile = new(2026, 4, 20, 12, 0, 30, TimeSpan.Zero);

    public static TheoryData<DateTimeOffset> Moments => [MonitoringHost.Now, Meanwhile];

    private MonitoringHost Host => seeded.Host;

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Every_figure_of_every_municipality_agrees_with_the_reference(DateTimeOffset at)
    {
        var reference = new Reference(seeded.Seeded, at);
        foreach (var municipality in Seeded.Municipalities)
        {
            var report = await ReportAsync(Host.As("ana", municipality, "analyst"), municipality, at);
            report.Figures.Select(figure => figure.Id).ShouldBe(DefinedFigure.Known, ignoreOrder: true);
            foreach (var figure in report.Figures)
            {
                Same(figure, reference.Of(figure.Id, story => story.Municipality == municipality), municipality);
                foreach (var part in figure.Channels)
                {
                    var values = reference.Of(figure.Id, story => story.Municipality == municipality && story.Channel == part.Key);
                    (part.Value, part.Ninety, part.Questions).ShouldBe(
                        Together(figure.Id, figure.Unit, values),
                        $"{figure.Id} {municipality} {part.Key}"
                    );
                }
            }
        }
    }

    [Fact]
    public async Task A_coordinator_sees_the_region_as_a_whole_and_nobody_behind_it()
    {
        await Host.Get<Offices>().NameAsync("oost", new("GM1001", "cor", "Cor", Office.Coordinator), "operator", CancellationToken.None);
        var coordinator = Host.As("cor", "GM1001", "webcare");
        var report = await ReportAsync(coordinator, "oost", MonitoringHost.Now);
        var reference = new Reference(seeded.Seeded, MonitoringHost.Now);
        foreach (var figure in report.Figures)
        {
            Same(figure, reference.Of(figure.Id, _ => true), "oost");
        }

        var behind = await Host.ReadAsync<ConversationsBehind>(
            coordinator,
            "/figures/reopened/conversations?scope=oost&from=2026-04-01&until=2026-04-30"
        );
        behind.Total.ShouldBeGreaterThan(0);
        behind.Conversations.ShouldBeEmpty();
        foreach (var scope in new[] { "nl", "GM1002" })
        {
            using var refused = await Host.SendAsync(
                HttpMethod.Get,
                coordinator,
                $"/figures?scope={scope}&from=2026-04-01&until=2026-04-30"
            );
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, scope);
        }
    }

    [Fact]
    public async Task The_newsroom_of_a_moment_agrees_with_the_reference()
    {
        foreach (var at in new[] { Meanwhile, Meanwhile.AddHours(3.5), Meanwhile.AddDays(8) })
        {
            var reference = new Reference(seeded.Seeded, at);
            foreach (var municipality in Seeded.Municipalities.Take(10))
            {
                var token = Host.As("kim", municipality, "webcare");
                var newsroom = await Host.ReadAsync<Newsroom>(token, $"/newsroom?at={at:yyyy-MM-ddTHH:mm:ssZ}");
                var numbers = newsroom.Total;
                (numbers.Waiting, numbers.Late, numbers.ArrivedToday, numbers.AnsweredToday).ShouldBe(reference.Now(municipality));
                numbers.ShouldBe(newsroom.Municipalities.Single().Numbers);
                Same(newsroom, reference, municipality);
                var behind = await Host.ReadAsync<ConversationsBehind>(
                    token,
                    $"/newsroom/conversations?at={at:yyyy-MM-ddTHH:mm:ssZ}&what={NewsroomNames.Late}"
                );
                behind.Conversations.Count.ShouldBe(numbers.Late);
            }
        }
    }

    [Fact]
    public async Task Other_opening_hours_today_change_nothing_about_what_was()
    {
        var token = Host.As("ana", "GM1009", "analyst");
        var before = await ReportAsync(token, "GM1009", Meanwhile.AddDays(30));
        await seeded.OpenDayAndNightAsync();
        var after = await ReportAsync(token, "GM1009", Meanwhile.AddDays(30).AddSeconds(1));

        foreach (var (one, other) in before.Figures.Zip(after.Figures))
        {
            (other.Id, other.Value, other.Ninety, other.Questions).ShouldBe((one.Id, one.Value, one.Ninety, one.Questions));
        }

        Same(
            after.Figures.Single(figure => figure.Id == "first-response"),
            new Reference(seeded.Seeded, Meanwhile.AddDays(30)).Of("first-response", story => story.Municipality == "GM1009"),
            "GM1009"
        );
    }

    [Fact]
    public async Task What_the_newsroom_showed_can_be_shown_again()
    {
        var token = Host.As("kim", "GM1012", "webcare");
        var shown = await Host.ReadAsync<Newsroom>(token, "/newsroom");
        shown.Live.ShouldBeTrue();
        shown.Total.Waiting.ShouldBeGreaterThan(0);

        var again = await Host.ReadAsync<Newsroom>(token, $"/newsroom?at={shown.At:yyyy-MM-ddTHH:mm:ssZ}");

        again.Live.ShouldBeFalse();
        again.Total.ShouldBe(shown.Total);
        again.Channels.ShouldBe(shown.Channels);
        again.Hours.ShouldBe(shown.Hours);
        again.Rising.ShouldBe(shown.Rising);
    }

    [Fact]
    public async Task Nothing_that_is_kept_says_who_it_was()
    {
        var kept = await Host.PostgresAsync<string>("select string_agg(q::text, ' ') from monitoring.questions q") ?? "";
        kept.ShouldNotContain("Anna");
        foreach (var resident in seeded.Seeded.Stories.Select(story => story.Resident).Distinct())
        {
            kept.ShouldNotContain(resident.ToString());
        }

        var projection = Host.Get<Projection>();
        foreach (var erased in seeded.Seeded.Erased)
        {
            kept.ShouldNotContain(projection.ResidentOf(erased));
            (
                await Host.PostgresAsync<long>($"select count(*) from monitoring.persons where one = '{projection.ResidentOf(erased)}'")
            ).ShouldBe(0);
        }
    }

    private static void Same(Newsroom newsroom, Reference reference, string municipality)
    {
        var numbers = newsroom.Total;
        (
            numbers.ArrivedHour,
            numbers.UsualHour ?? 0,
            numbers.UsualToday ?? 0,
            numbers.Waiting,
            numbers.AtRisk,
            numbers.WaitingSince
        ).ShouldBe(reference.Tiles(municipality), municipality);
        foreach (var channel in newsroom.Channels)
        {
            var tiles = reference.Tiles(municipality, channel.Channel);
            (channel.ArrivedHour, channel.UsualHour ?? 0, channel.Waiting).ShouldBe(
                (tiles.ArrivedHour, tiles.UsualHour, tiles.Waiting),
                $"{municipality} {channel.Channel}"
            );
        }
    }

    private static void Same(Figure figure, List<double> values, string where) =>
        (figure.Value, figure.Ninety, figure.Questions).ShouldBe(Together(figure.Id, figure.Unit, values), $"{figure.Id} {where}");

    /// <summary>The value, what nine of ten stay within, and of how many.</summary>
    internal static (double? Value, double? Ninety, int Questions) Together(string id, string unit, List<double> values)
    {
        values.Sort();
        return unit switch
        {
            _ when id == "questions" => (values.Count, null, values.Count),
            _ when values.Count == 0 => (null, null, 0),
            FigureUnits.Minutes => (Two(values[(values.Count - 1) / 2]), Two(values[((9 * values.Count) + 9) / 10 - 1]), values.Count),
            FigureUnits.Percent => (Two(100 * values.Sum() / values.Count), null, values.Count),
            _ => (Two(values.Sum() / values.Count), null, values.Count),
        };
    }

    private static double Two(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private Task<FigureReport> ReportAsync(string token, string scope, DateTimeOffset at) =>
        Host.ReadAsync<FigureReport>(token, $"/figures?scope={scope}&from=2026-04-01&until=2026-04-30&at={at:yyyy-MM-ddTHH:mm:ssZ}");
}
