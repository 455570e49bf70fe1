using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Publishing;

public sealed class PublishTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly AgentRef Editor = new("editor-1", "Femke de Boer");

    [Fact]
    public void The_first_release_of_a_layer_is_number_one()
    {
        var release = Decide(Layer.None, Offer("a")).ShouldBeOfType<Publish.Published>().Release;
        release.ShouldBe(new ReleasePublished("nl", 1, "Eerste versie", release.Files, ReleaseHash.Of(release.Files), Editor, Now));
    }

    [Fact]
    public void A_change_gets_the_next_number()
    {
        var second = Decide(Published("a"), Offer("b", after: 1)).ShouldBeOfType<Publish.Published>().Release;
        second.Number.ShouldBe(2);
    }

    [Fact]
    public void The_same_content_is_not_published_again_whatever_the_editor_thinks_is_the_last_release() =>
        Decide(Published("a", "b"), Offer("b", after: 1)).ShouldBeOfType<Publish.Unchanged>().Release.Number.ShouldBe(2);

    [Fact]
    public void A_release_in_between_is_named() =>
        Decide(Published("a", "b"), Offer("c", after: 1)).ShouldBeOfType<Publish.Overtaken>().Between.Number.ShouldBe(2);

    [Fact]
    public void Errors_stop_a_release_and_remarks_do_not()
    {
        var remark = new Finding("nl", "rules.yaml", 3, "nl.x", "Dit kan korter.", false);
        var error = remark with { IsError = true };
        Publish.Decide(Layer.None, Offer("a"), [remark], Editor, Now).ShouldBeOfType<Publish.Published>();
        Publish.Decide(Layer.None, Offer("a"), [remark, error], Editor, Now).ShouldBeOfType<Publish.Faulty>().Findings.ShouldBe([error]);
    }

    [Fact]
    public void The_hash_sees_a_moved_line_between_files_and_not_the_order_of_reading()
    {
        var one = new Dictionary<string, string> { ["a.yaml"] = "x", ["b.yaml"] = "y" };
        var otherOrder = new Dictionary<string, string> { ["b.yaml"] = "y", ["a.yaml"] = "x" };
        var moved = new Dictionary<string, string> { ["a.yaml"] = "xy", ["b.yaml"] = "" };
        ReleaseHash.Of(otherOrder).ShouldBe(ReleaseHash.Of(one));
        ReleaseHash.Of(moved).ShouldNotBe(ReleaseHash.Of(one));
    }

    [Theory]
    [InlineData("nl", "national/rules.yaml:7 nl.x: Zin.")]
    [InlineData("wadden", "regions/wadden/rules.yaml:7 nl.x: Zin.")]
    [InlineData("PV21", "provinces/PV21/rules.yaml:7 nl.x: Zin.")]
    [InlineData("GM0088", "municipalities/GM0088/rules.yaml:7 nl.x: Zin.")]
    public void A_finding_points_to_the_file_in_the_folder(string layer, string line) =>
        Sentences.Of(new Finding(layer, "rules.yaml", 7, "nl.x", "Zin.", true)).ShouldBe(line);

    private static Publish.Outcome Decide(Layer layer, NewRelease offer) => Publish.Decide(layer, offer, [], Editor, Now);

    private static NewRelease Offer(string content, int? after = null) =>
        new("nl", "Eerste versie", new Dictionary<string, string> { ["rules.yaml"] = content }, after);

    private static Layer Published(params string[] contents) =>
        contents.Aggregate(
            Layer.None,
            (layer, content) => new("nl", [.. layer.Releases, ((Publish.Published)Decide(layer, Offer(content))).Release])
        );
}
