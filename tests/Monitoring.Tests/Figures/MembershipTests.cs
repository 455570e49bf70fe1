using WebcareHub.Monitoring.Figures;

namespace WebcareHub.Monitoring.Tests.Figures;

public sealed class MembershipTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Membership Region = new([
        (March, new HashSet<string> { "GM0088", "GM0072" }),
        (March.AddMonths(2), new HashSet<string> { "GM0088", "GM0072", "GM0193" }),
        (March.AddMonths(4), new HashSet<string> { "GM0088", "GM0193" }),
    ]);

    [Theory]
    [InlineData("GM0088", -1, false)]
    [InlineData("GM0088", 0, true)]
    [InlineData("GM0193", 1, false)]
    [InlineData("GM0193", 2, true)]
    [InlineData("GM0072", 3, true)]
    [InlineData("GM0072", 4, false)]
    public void Who_joins_brings_no_past_along_and_who_leaves_takes_none_away(string municipality, int months, bool held) =>
        Region.Held(municipality, March.AddMonths(months)).ShouldBe(held);

    [Fact]
    public void All_that_were_ever_in_it_are_looked_at() => Region.Ever.ShouldBe(["GM0088", "GM0072", "GM0193"], ignoreOrder: true);
}
