using WebcareHub.Monitoring.Peers;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Tests.Peers;

public sealed class SizeTests
{
    [Theory]
    [InlineData("inhabitants: 19999", "size-small")]
    [InlineData("inhabitants: 20000", "size-medium")]
    [InlineData("inhabitants: 99999", "size-large")]
    [InlineData("inhabitants: 930000", "size-city")]
    [InlineData("note: Zegt niet hoe groot ze is", null)]
    [InlineData("inhabitants: veel", null)]
    public void Who_says_how_many_inhabitants_it_has_compares_itself_with_those_of_its_size(string said, string? group)
    {
        var blueprint = Blueprint.Read([
            new("nl", new Dictionary<string, string> { ["layer.yaml"] = "layer: { title: Land, kind: national }" }),
            new("GM0088", new Dictionary<string, string> { ["layer.yaml"] = $"layer: {{ title: Eiland, kind: municipality, {said} }}" }),
        ]);

        var sizes = Comparing.GroupsOf(blueprint).Where(each => each.Id.StartsWith("size-", StringComparison.Ordinal)).ToList();

        sizes.Count.ShouldBe(4);
        sizes.Where(each => each.Members.Contains("GM0088")).Select(each => each.Id).ShouldBe(group is null ? [] : [group]);
    }
}
