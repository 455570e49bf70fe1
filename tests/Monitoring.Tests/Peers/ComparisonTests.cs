using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Tests.Figures;

namespace WebcareHub.Monitoring.Tests.Peers;

public sealed class ComparisonTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private MonitoringHost Host => seeded.Host;

    [Fact]
    public async Task Who_shares_a_figure_sees_a_mean_of_at_least_five_and_nobody_else_does()
    {
        foreach (var municipality in Seeded.Municipalities.Take(4))
        {
            await ShareAsync(municipality, "satisfaction");
        }

        // What is chosen now holds from this month on: a month that is over stays as it was.
        var april = await ReadAsync("GM1001", "2026-04");
        april.Shared.ShouldBeFalse();
        april.SharedNext.ShouldBeTrue();

        await Host.PostgresAsync<int>("update monitoring.sharing set month = '2026-01-01'");
        april = await ReadAsync("GM1001", "2026-04");
        (april.Peers, april.Shared, april.WhyNot is null).ShouldBe((null, true, false));

        await ShareAsync("GM1005", "satisfaction");
        await Host.PostgresAsync<int>("update monitoring.sharing set month = '2026-01-01'");
        april = await ReadAsync("GM1001", "2026-04");
        var values = Values(Seeded.Municipalities.Take(5));
        april.Peers.ShouldBe(Math.Round(values.Average(), 1, MidpointRounding.AwayFromZero));
        april.AtLeast.ShouldBe(5);

        var stranger = await ReadAsync("GM1006", "2026-04");
        (stranger.Peers, stranger.Shared).ShouldBe((null, false));
        stranger.Own.ShouldNotBeNull();
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

    private IEnumerable<double> Values(IEnumerable<string> municipalities)
    {
        var reference = new Reference(seeded.Seeded, new(2026, 5, 7, 22, 0, 0, TimeSpan.Zero));
        return municipalities
            .Select(municipality => reference.Of("satisfaction", story => story.Municipality == municipality))
            .Select(scores => Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero));
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

    private async Task<ComparedFigure> ReadAsync(string municipality, string month)
    {
        var comparison = await Host.ReadAsync<PeerComparison>(
            Host.As("ana", municipality, "analyst"),
            $"/figures/comparison?month={month}&group=nl"
        );
        return comparison.Figures.Single(figure => figure.Id == "satisfaction");
    }
}
