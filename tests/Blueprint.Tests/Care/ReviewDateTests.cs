using WebcareHub.Blueprint.Care;

namespace WebcareHub.Blueprint.Tests.Care;

public sealed class ReviewDateTests
{
    private static readonly DateOnly Next = new(2028, 3, 1);

    [Theory]
    [InlineData("id: a\ntitle: A\nreviewOn: 2026-01-01 # halfjaar\ntext: b", "id: a\ntitle: A\nreviewOn: 2028-03-01 # halfjaar\ntext: b")]
    [InlineData("id: a\ntitle: A", "id: a\nreviewOn: 2028-03-01\ntitle: A")]
    [InlineData("id: a\ntext: |\n  reviewOn: 2026-01-01\n", "id: a\nreviewOn: 2028-03-01\ntext: |\n  reviewOn: 2026-01-01\n")]
    [InlineData("{ id: a, title: A }", "{ id: a, title: A, reviewOn: 2028-03-01 }")]
    [InlineData("{ id: a, reviewOn: 2026-01-01, title: A }", "{ id: a, reviewOn: 2028-03-01, title: A }")]
    [InlineData("adjust: a", "adjust: a\nreviewOn: 2028-03-01")]
    public void The_date_takes_the_place_of_the_old_one_or_comes_after_the_first_line(string before, string after) =>
        ReviewDate.Write(before, Next).ShouldBe(after);

    [Fact]
    public void What_stands_beside_the_entry_keeps_its_bytes()
    {
        var files = new Dictionary<string, string>
        {
            ["a.yaml"] = "# kop\r\nanswers:\r\n  - id: een\r\n    title: Een # zo\r\n\r\n  - id: twee\r\n    title: Twee\r\n",
            ["b.yaml"] = "answers:\n  - { id: drie }\n",
        };
        var written = ReviewDate.Write(files, "answers", "een", Next)!;
        written["a.yaml"].ShouldBe(files["a.yaml"].Replace("id: een\r\n", "id: een\r\n    reviewOn: 2028-03-01\r\n"));
        written["b.yaml"].ShouldBe(files["b.yaml"]);
        ReviewDate.Write(files, "answers", "vier", Next).ShouldBeNull();
    }

    [Fact]
    public void Every_entry_with_a_date_in_the_starting_blueprint_takes_a_new_one()
    {
        var layers = RulesOfEngagement.LayerFiles.FromBlueprint(WebcareHub.Testing.ProjectFolders.Blueprint);
        var blueprint = RulesOfEngagement.Blueprint.Read(layers);
        var due = RulesOfEngagement.ReviewCalendar.Until(blueprint, ["nl"], DateOnly.MaxValue);
        due.Count.ShouldBeGreaterThan(100);
        var files = layers.Single(layer => layer.Code == "nl").Files;
        foreach (var each in due)
        {
            files = ReviewDate.Write(files, each.Section, each.Entry, Next).ShouldNotBeNull($"{each.Section}/{each.Entry}");
        }

        var after = RulesOfEngagement.Blueprint.Read([new("nl", files), .. layers.Where(layer => layer.Code != "nl")]);
        RulesOfEngagement.ReviewCalendar.Until(after, ["nl"], DateOnly.MaxValue).ShouldAllBe(each => each.On == Next);
        // Lines move down; sentences do not change.
        after.Findings.Select(finding => finding.Text).ShouldBe(blueprint.Findings.Select(finding => finding.Text), ignoreOrder: true);
    }
}
