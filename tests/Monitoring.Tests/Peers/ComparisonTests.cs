using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Monitoring.Peers;
using WebcareHub.Monitoring.Tests.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Tests.Peers;

public sealed class ComparisonTests(SeededHost seeded) : IClassFixture<SeededHost>, IAsyncLifetime
{
    private static readonly DateTimeOffset CountedAt = new(2026, 5, 7, 22, 0, 0, TimeSpan.Zero);

    private MonitoringHost Host => seeded.Host;

    // Before the first look, whichever test is first: a month is worked out once.
    public async ValueTask InitializeAsync()
    {
        await SharedAsync("2026-01-01", Seeded.Municipalities.Take(5));
        await SharedAsync("2026-04-01", [Seeded.Municipalities[5]]);
        await SharedAsync("2026-05-01", [Seeded.Municipalities[0]], shared: false);
        foreach (var figure in DefinedFigure.Known.Where(known => known != "satisfaction"))
        {
            await SharedAsync("2026-04-01", Seeded.Municipalities, figure: figure);
            await SharedAsync("2026-05-01", Seeded.Municipalities, shared: false, figure: figure);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_shares_sees_a_mean_of_five_or_more_that_no_later_month_moment_or_correction_takes_apart()
    {
        var (march, april, may) = (
            await ReadAsync("GM1002", "2026-03"),
            await ReadAsync("GM1002", "2026-04"),
            await ReadAsync("GM1002", "2026-05")
        );
        (april.Peers, april.AtLeast).ShouldBe((Mean(Seeded.Municipalities.Take(5)), 5), "one who joins alone is not in it yet");
        (march.Peers is null, may.Peers, may.WhyNot is null).ShouldBe((false, null, false), "without the one who left there are four");
        (await ReadAsync("GM1006", "2026-04")).Peers.ShouldBe(april.Peers);
        var stranger = await ReadAsync("GM1007", "2026-04");
        (stranger.Peers, stranger.Shared, stranger.Own is null).ShouldBe((null, false, false));

        // What comes in afterwards, and who chooses otherwise later, changes nothing about it; nor does looking from another moment.
        await SharedAsync("2026-04-01", Seeded.Municipalities.Skip(6));
        await RatedAsync(Seeded.Municipalities[2]);
        foreach (var at in new[] { "", "&at=2026-05-08T00:00:00Z", "&at=2026-07-01T00:00:00Z", "&at=2099-01-01T00:00:00Z" })
        {
            (await ReadAsync("GM1002", "2026-04", at)).Peers.ShouldBe(april.Peers, at);
        }

        using var early = await Host.SendAsync(
            HttpMethod.Get,
            Analyst("GM1002"),
            "/figures/comparison?month=2026-04&at=2026-05-06T00:00:00Z"
        );
        early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_mean_agrees_with_the_reference()
    {
        var reference = new Reference(seeded.Seeded, CountedAt);
        var comparison = await Host.ReadAsync<PeerComparison>(Analyst("GM1009"), "/figures/comparison?month=2026-04&group=oost");
        foreach (var figure in comparison.Figures.Where(each => each.Id != "satisfaction"))
        {
            var values = Seeded
                .Municipalities.Select(code => (Code: code, Values: reference.Of(figure.Id, story => story.Municipality == code)))
                .Select(own => (own.Code, ReferenceTests.Together(figure.Id, figure.Unit, own.Values).Value))
                .ToList();
            figure.Own.ShouldBe(values.Single(own => own.Code == "GM1009").Value, figure.Id);
            var known = values.Select(own => own.Value).OfType<double>().ToList();
            figure.Peers.ShouldBe(known.Count < 5 ? null : Comparing.Round(figure.Unit, known.Average()), figure.Id);
            figure.AtLeast.ShouldBe(known.Count / 5 * 5, figure.Id);
        }
    }

    [Fact]
    public async Task Everybody_reads_what_the_comparison_told_and_nothing_else()
    {
        var april = await ReadAsync("GM1002", "2026-04");
        var open = await Host.ReadAsync<OpenDataMonth>("", "/open-data/figures?month=2026-04");
        var told = open.Means.Single(mean => mean is { Group: "nl", Figure: "satisfaction" });
        (told.Value, told.AtLeast).ShouldBe((april.Peers!.Value, april.AtLeast));
        var kept = await Host.PostgresAsync<long>("select count(*) from monitoring.compared where month = '2026-04-01'");
        open.Means.Count.ShouldBe((int)kept);
        open.Means.ShouldAllBe(mean => mean.AtLeast >= 5 && mean.AtLeast % 5 == 0);

        var catalogue = await Host.ReadAsync<OpenDataCatalogue>("", "/open-data");
        catalogue.Licence.ShouldBe("CC0-1.0");
        catalogue.Months.ShouldContain("2026-04");
        catalogue.Months.ShouldNotContain("2026-11");
        using var file = await Host.SendAsync(HttpMethod.Get, "", "/open-data/figures/file?month=2026-04&form=iso");
        file.Headers.CacheControl!.ToString().ShouldBe("public, max-age=3600");
        var rows = (await file.Content.ReadAsStringAsync()).Split("\r\n");
        rows[0].Split(',').ShouldBe(catalogue.Columns.Select(column => column.Name));
        rows.Length.ShouldBe(open.Means.Count + 2);
        string.Concat(rows).ShouldNotContain("GM1");
        foreach (var none in new[] { "2026-12", "2020-01", "onzin" })
        {
            using var missing = await Host.SendAsync(HttpMethod.Get, "", $"/open-data/figures?month={none}");
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound, none);
        }
    }

    [Fact]
    public async Task What_is_chosen_now_holds_from_this_month_on_and_is_known_by_its_moment()
    {
        await ShareAsync("GM1021", "reopened");
        var chosen = await ReadAsync("GM1021", "2026-11", figure: "reopened");
        (chosen.Shared, chosen.SharedNext).ShouldBe((false, true));
        (await ReadAsync("GM1021", "2026-11", "&at=2026-12-10T11:00:00Z", "reopened")).SharedNext.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_a_manager_chooses_and_only_known_figures()
    {
        foreach (
            var (role, figure, status) in new[]
            {
                ("analyst", "satisfaction", HttpStatusCode.Forbidden),
                ("manager", "onzin", HttpStatusCode.NotFound),
            }
        )
        {
            using var refused = await Host.SendAsync(
                HttpMethod.Put,
                Host.As("an", "GM1020", role),
                $"/figures/comparison/choices/{figure}",
                new ShareFigure(true)
            );
            refused.StatusCode.ShouldBe(status);
        }
    }

    private double Mean(IEnumerable<string> municipalities)
    {
        var reference = new Reference(seeded.Seeded, CountedAt);
        var values = municipalities
            .Select(municipality => reference.Of("satisfaction", story => story.Municipality == municipality))
            .Select(scores => Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero));
        return Math.Round(values.Average(), 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>As if chosen in that month.</summary>
    private async Task SharedAsync(string month, IEnumerable<string> municipalities, bool shared = true, string figure = "satisfaction")
    {
        var rows = municipalities.Select(code => $"('{code}', '{figure}', '{month}', {shared}, 'mo', '{month}')");
        await Host.PostgresAsync<object>($"insert into monitoring.sharing values {string.Join(", ", rows)} on conflict do nothing");
    }

    /// <summary>A rating of April that comes into the log now.</summary>
    private async Task RatedAsync(string municipality)
    {
        var story = seeded.Seeded.Stories.First(story => story.Municipality == municipality && story.OpenedAt.Month == 4);
        var rated = new SatisfactionRated(1, null, story.OpenedAt, story.OpenedAt.AddMinutes(9));
        await Host.HappenedAsync(municipality, $"conversation-{story.Id}", rated);
        await seeded.SettledAsync();
    }

    private async Task ShareAsync(string municipality, string figure)
    {
        using var shared = await Host.SendAsync(
            HttpMethod.Put,
            Host.As("mo", municipality, "manager"),
            $"/figures/comparison/choices/{figure}",
            new ShareFigure(true)
        );
        shared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private string Analyst(string municipality) => Host.As("ana", municipality, "analyst");

    private async Task<ComparedFigure> ReadAsync(string municipality, string month, string at = "", string figure = "satisfaction")
    {
        var comparison = await Host.ReadAsync<PeerComparison>(Analyst(municipality), $"/figures/comparison?month={month}&group=nl{at}");
        return comparison.Figures.Single(one => one.Id == figure);
    }
}
