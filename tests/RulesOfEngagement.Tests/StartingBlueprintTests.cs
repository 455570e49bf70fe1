using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class StartingBlueprintTests
{
    private static readonly Blueprint Starting = Blueprint.Read(LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint")));

    [Fact]
    public void It_is_without_findings() => Starting.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();

    [Fact]
    public void It_is_rich_enough_to_start_with()
    {
        var zwolle = Starting.For("GM0193");
        zwolle.Topics.Count.ShouldBeGreaterThanOrEqualTo(40);
        zwolle.Answers.Count.ShouldBeGreaterThanOrEqualTo(60);
        Starting.Register.Count.ShouldBeGreaterThanOrEqualTo(342);
    }

    [Fact]
    public void A_municipality_without_a_layer_inherits_everything_under_its_own_name()
    {
        var amsterdam = Starting.For("GM0363");
        amsterdam.Voice.Name.ShouldBe("Amsterdam");
        amsterdam.Answers.Count.ShouldBeGreaterThanOrEqualTo(60);
        amsterdam.Decide("Er ligt grofvuil naast de container").Topic.ShouldNotBeNull();
    }

    [Fact]
    public void All_municipalities_together_share_what_they_can()
    {
        var fresh = Blueprint.Read(LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var all = fresh.Register.Where(each => each.ValidTo is null).Select(each => fresh.For(each.Code)).ToList();
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(100_000_000);
        all.Count.ShouldBe(342);
        fresh.For("GM0363").Answers.ShouldBeSameAs(fresh.For("GM0599").Answers);
        GC.KeepAlive(all);
    }
}
