using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Costing;
using WebcareHub.Monitoring.Tests.Figures;

namespace WebcareHub.Monitoring.Tests.Costing;

public sealed class MoneyTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private const string April = "/figures/money?from=2026-04-01&until=2026-04-30&investment=1000&yearly=10&avoided=50";

    // Values of the published Erlang C tables: 10 erlang on 14 places, 1 on 2.
    [Theory]
    [InlineData(14, 10.0, 0.1741)]
    [InlineData(2, 1.0, 0.3333)]
    public void The_share_that_waits_is_as_in_the_tables(int places, double load, double share) =>
        ErlangC.Waits(places, load).ShouldBe(share, 0.0005);

    [Fact]
    public void One_place_less_is_too_few()
    {
        var (places, share) = ErlangC.Needed(100, 6, 1, 0.9);

        share.ShouldBeGreaterThanOrEqualTo(0.9);
        ErlangC.Within(places - 1, 10, 6, 1).ShouldBeLessThan(0.9);
    }

    [Fact]
    public async Task Costs_follow_from_the_municipalitys_own_figures()
    {
        var manager = seeded.Host.As("mo", "GM1003", "manager");
        var assumed = await seeded.Host.ReadAsync<Money>(manager, April);
        assumed.OwnCosts.ShouldBeFalse();
        var costs = new Costs(60, 2, 3, 30, 80, [new(Channel.WhatsApp, 10, 0.05), new(Channel.Facebook, 5, 0)]);
        using var kept = await seeded.Host.SendAsync(HttpMethod.Put, manager, "/figures/money/costs", costs);
        kept.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var money = await seeded.Host.ReadAsync<Money>(seeded.Host.As("ana", "GM1003", "analyst"), April);
        (money.OwnCosts, money.Contacts, money.MayChange).ShouldBe((true, assumed.Contacts, false));
        money.Channels.Single(channel => channel.Channel == Channel.WhatsApp).PerContact.ShouldBe(10.05);
        money.Total.ShouldBe(money.Channels.Sum(channel => channel.Contacts * (channel.Channel == Channel.WhatsApp ? 10.05 : 5)), 0.001);
        money.ContactsPerFte.ShouldBe(money.Contacts / 2.0);
        var saved = money.Avoidable.Sum(each => each.Total) * 365 / 30 / 2;
        money.Case.Saved.ShouldBe(saved, 0.01);
        money.Case.AfterFiveYears.ShouldBe((5 * (saved - 10)) - 1000, 0.05);
        money.Capacity.ShouldAllBe(hour => hour.Day <= 6 && hour.Hour >= 8 && hour.Hour < 20);
        money.Capacity.Where(hour => hour.Arrivals > 0).ShouldAllBe(hour => hour.Agents > 0 && hour.Share >= 80);
    }

    [Fact]
    public async Task Every_amount_agrees_with_the_reference_now_and_as_it_was()
    {
        var given = new Costs(61.25, 3, 3, 20, 85, [new(Channel.WhatsApp, 9, 0.04), new(Channel.Facebook, 6.5, 0)]);
        foreach (var municipality in Seeded.Municipalities.Skip(8).Take(12))
        {
            var manager = seeded.Host.As("mo", municipality, "manager");
            using var kept = await seeded.Host.SendAsync(HttpMethod.Put, manager, "/figures/money/costs", given);
            kept.EnsureSuccessStatusCode();
            Same(await seeded.Host.ReadAsync<Money>(manager, April), new(seeded.Seeded, MonitoringHost.Now), municipality, given);
            var meanwhile = new DateTimeOffset(2026, 4, 20, 12, 0, 30, TimeSpan.Zero);
            var was = await seeded.Host.ReadAsync<Money>(manager, $"{April}&at={meanwhile:yyyy-MM-ddTHH:mm:ssZ}");
            was.OwnCosts.ShouldBeFalse();
            Same(was, new(seeded.Seeded, meanwhile), municipality, CostCount.Assumed);
        }
    }

    private static void Same(Money money, Reference reference, string municipality, Costs costs)
    {
        var spent = reference.Spent(municipality, costs);
        money.Channels.ToDictionary(one => one.Channel, one => (one.Contacts, one.Total)).ShouldBe(spent, ignoreOrder: true);
        money.Contacts.ShouldBe(spent.Values.Sum(one => one.Contacts));
        money.Total.ShouldBe(spent.Values.Sum(one => one.Total), 0.001);
        var avoidable = reference.Avoidable(municipality, costs);
        foreach (var why in money.Avoidable)
        {
            (why.Contacts, why.Total).ShouldBe(avoidable.GetValueOrDefault(why.Why), $"{why.Why} {municipality}");
        }

        money.Avoidable.Sum(why => why.Contacts).ShouldBe(avoidable.Values.Sum(why => why.Contacts));
        money.Case.Saved.ShouldBe(avoidable.Values.Sum(why => why.Total) * 365 / 30 / 2, 0.01);
        money
            .Capacity.ToDictionary(hour => (hour.Day, hour.Hour), hour => (hour.Arrivals, hour.Agents, hour.Share))
            .ShouldBe(reference.Capacity(municipality, costs), ignoreOrder: true);
    }

    [Fact]
    public async Task Costs_that_cannot_be_are_refused_in_a_sentence()
    {
        var wrong = CostCount.Assumed with { HourlyCost = -1 };
        using var refused = await seeded.Host.SendAsync(
            HttpMethod.Put,
            seeded.Host.As("mo", "GM1004", "manager"),
            "/figures/money/costs",
            wrong
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("kosten van een uur");
        using var others = await seeded.Host.SendAsync(HttpMethod.Get, seeded.Host.As("kim", "GM1004", "webcare"), April);
        others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
