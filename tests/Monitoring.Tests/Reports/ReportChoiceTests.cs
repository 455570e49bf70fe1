using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Reports;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Tests.Reports;

public sealed class ReportChoiceTests
{
    [Fact]
    public void Every_figure_of_a_report_is_defined_in_the_blueprint() =>
        ReportChoice.All.Values.SelectMany(choice => choice.Figures).Except(DefinedFigure.Known).ShouldBeEmpty();

    [Fact]
    public void What_has_nothing_to_tell_takes_no_room()
    {
        var report = Report([Figure("satisfaction", 2), Figure("questions", 3), Figure("unanswered", 0), Figure("resolution-clock", 3)]);
        var made = Composing.Compose(
            new("quarter", new(2026, 1, 1)),
            ReportChoice.For("quarter"),
            (report, report with { Figures = [] }),
            null
        );
        made.Figures.Select(figure => (figure.Id, figure.Before)).ShouldBe([("satisfaction", null), ("questions", null)]);
        made.Cost.ShouldBeNull();
    }

    private static FigureReport Report(IReadOnlyList<Figure> figures) =>
        new("GM0072", "gemeente Harlingen", [], default, default, default, 3, figures, [], new(0, 0, false, null));

    private static Figure Figure(string id, int questions) =>
        new(id, id, "", FigureUnits.Count, questions, null, null, null, questions, false, [], [], [], []);
}
