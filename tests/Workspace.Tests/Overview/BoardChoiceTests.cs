using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Overview.Board;

namespace WebcareHub.Workspace.Tests.Overview;

public sealed class BoardChoiceTests
{
    [Fact]
    public void Every_figure_for_the_board_is_defined_in_the_blueprint()
    {
        var defined = File.ReadAllText(Path.Combine(ProjectFolders.Blueprint, "national", "cijfers.yaml"));
        BoardChoice.Ids.Where(id => !defined.Contains($"- id: {id}\n")).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_nothing_to_tell_takes_no_room()
    {
        var report = new FigureReport(
            "GM0072",
            "gemeente Harlingen",
            [],
            default,
            default,
            default,
            3,
            [Figure("satisfaction", 2), Figure("questions", 3), Figure("unanswered", 0), Figure("resolution-clock", 3)],
            [],
            new(0, 0, false, null)
        );
        BoardChoice.Of(report).Select(figure => figure.Id).ShouldBe(["satisfaction", "questions"]);
    }

    private static Figure Figure(string id, int questions) =>
        new(id, id, "", FigureUnits.Count, questions, null, null, null, questions, false, [], [], [], []);
}
