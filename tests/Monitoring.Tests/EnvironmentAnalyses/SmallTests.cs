using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

namespace WebcareHub.Monitoring.Tests.EnvironmentAnalyses;

/// <summary>No small count shows, nor follows from what does.</summary>
public sealed class SmallTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public void A_count_below_five_is_not_told(int count, int? shown) => Small.Shown(count).ShouldBe(shown);

    [Fact]
    public void What_is_hidden_does_not_follow_from_the_total()
    {
        Small.Parts([100, 40, 3]).ShouldBe([100, null, null]);
        Small.Parts([100, 40, 2, 1]).ShouldBe([100, null, null, null]);
        Small.Parts([100, 40, 4, 4]).ShouldBe([100, 40, null, null]);
        Small.Parts([100, 0, 40]).ShouldBe([100, 0, 40]);
        Small.Parts([3]).ShouldBe([null]);
    }

    [Fact]
    public void Whoever_knows_the_total_cannot_tell_a_small_part_from_what_is_shown()
    {
        var dice = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            int[] counts = [.. Enumerable.Range(0, 2 + dice.Next(6)).Select(_ => dice.Next(3) == 0 ? dice.Next(5) : dice.Next(60))];
            var hidden = counts.Where((_, at) => Small.Parts(counts)[at] is null).ToArray();
            if (hidden.Length == 0 || counts.All(count => count < Small.Least))
                continue;
            // At least two unknowns whose sum leaves more than one answer.
            hidden.Length.ShouldBeGreaterThan(1, string.Join(',', counts));
            hidden.Sum().ShouldBeGreaterThanOrEqualTo(Small.Least, string.Join(',', counts));
        }
    }

    [Theory]
    [InlineData(1, 40, 0, EnvironmentTrend.NotYet)]
    [InlineData(3, 40, 10, EnvironmentTrend.Rising)]
    [InlineData(3, 10, 40, EnvironmentTrend.Falling)]
    [InlineData(3, 40, 38, EnvironmentTrend.Same)]
    [InlineData(3, 4, 1, EnvironmentTrend.Same)]
    public void A_trend_is_told_once_there_are_two_hours_to_compare(int hours, int recent, int before, EnvironmentTrend trend) =>
        Trends.Of(TimeSpan.FromHours(hours), recent, before).ShouldBe(trend);
}
