using WebcareHub.Blueprint.Care;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Care;

public sealed class SilentTopicsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Recent = new(2026, 11, 16);
    private static readonly DateOnly LongAgo = new(2025, 3, 3);

    private static readonly IReadOnlyList<Topic> Topics =
    [
        Topic("afval", null, "nl"),
        Topic("afval.gft", "afval", "nl"),
        Topic("haven", null, "nl"),
        Topic("paal", null, "GM0088"),
    ];

    [Fact]
    public void Nothing_is_silent_before_a_year_was_counted()
    {
        Silent(new(Recent, Weeks(), Weeks())).ShouldBeEmpty();
        Silent(new(null, Weeks(), Weeks())).ShouldBeEmpty();
    }

    [Fact]
    public void A_shared_topic_is_used_when_any_municipality_used_it_and_an_own_one_when_it_was_used_here() =>
        Silent(new(LongAgo, Weeks(("haven", Recent), ("paal", Recent), ("afval", Recent), ("afval.gft", Recent)), Weeks()))
            .ShouldBe(["paal"]);

    [Fact]
    public void A_topic_is_used_when_one_below_it_is() =>
        Silent(new(LongAgo, Weeks(("afval.gft", Recent), ("haven", LongAgo)), Weeks(("paal", Recent)))).ShouldBe(["haven"]);

    [Theory]
    [InlineData(22, 16)]
    [InlineData(16, 16)]
    [InlineData(15, 9)]
    public void A_week_begins_on_Monday(int day, int monday) =>
        Days.Monday(new DateOnly(2026, 11, day)).ShouldBe(new DateOnly(2026, 11, monday));

    private static IEnumerable<string> Silent(TopicUse use) => SilentTopics.Of(Topics, use, "GM0088", Today).Select(topic => topic.Topic);

    private static Dictionary<string, DateOnly> Weeks(params (string Topic, DateOnly Week)[] weeks) =>
        weeks.ToDictionary(each => each.Topic, each => each.Week);

    private static Topic Topic(string id, string? parent, string layer) =>
        new(id, id, parent, "webcare", ["woord"], [], null, null, null, null, null, null, [], [], layer);
}
