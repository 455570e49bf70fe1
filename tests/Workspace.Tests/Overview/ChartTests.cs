using WebcareHub.Workspace.Overview.Charts;

namespace WebcareHub.Workspace.Tests.Overview;

/// <summary>Where things stand in a drawing: from zero, on one scale, and nothing outside it.</summary>
public sealed class ChartTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(7, 8)]
    [InlineData(10, 15)]
    [InlineData(23, 30)]
    [InlineData(100, 150)]
    [InlineData(1234, 1500)]
    public void An_axis_begins_at_zero_and_fits_the_highest(double most, double top)
    {
        var axis = Axis.UpTo(most);
        axis.Ticks[0].ShouldBe(0);
        axis.Top.ShouldBeGreaterThanOrEqualTo(Math.Max(most, 1));
        axis.Top.ShouldBeLessThanOrEqualTo(top);
        axis.Ticks.ShouldAllBe(tick => tick == Math.Floor(tick));
        axis.Ticks[^1].ShouldBe(axis.Top);
        axis.Ticks.Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public void A_bar_twice_as_high_is_twice_as_long()
    {
        var rows = BarRows.Lay([new("WhatsApp", 40, "40"), new("Chat", 20, "20"), new("X", null, "te weinig")], null, large: false).Rows;
        rows.Select(row => row.Width).ShouldBe([100, 50, null]);
        rows.Select(row => row.Top).ShouldBeInOrder();
    }

    [Fact]
    public void A_target_beyond_the_longest_bar_still_lies_in_the_drawing()
    {
        var row = BarRows.Lay([new("WhatsApp", 40, "40", Mark: 80)], null, large: false).Rows.Single();
        (row.Width, row.Mark).ShouldBe((50, 100));
    }

    [Fact]
    public void Nothing_at_all_is_a_bar_without_length()
    {
        var laid = BarRows.Lay([new("WhatsApp", 0, "0")], null, large: false);
        laid.Rows.Single().Width.ShouldBe(0);
        BarRows.Lay([], null, large: true).Height.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Parts_stand_behind_one_another()
    {
        var rows = StackRows.Lay([new("afval", [30, 10], "40"), new("parkeren", [15, 5], "20")]).Rows;
        rows[0].Parts.Select(part => (part.From, part.Width)).ShouldBe([(0, 75), (75, 25)]);
        rows[1].Parts.Sum(part => part.Width).ShouldBe(50);
    }

    [Fact]
    public void A_line_stops_where_the_values_stop_and_breaks_where_one_misses()
    {
        var drawn = LinePath.Draw([new("0", 4), new("1", null), new("2", 2), new("3", 4), new("4", null)]);
        drawn.Line.ShouldBe("M100 0 M500 500 L700 0");
        drawn.Last.ShouldBe((70, 0));
        drawn.Band.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_usual_lies_between_the_axis_and_its_values()
    {
        var drawn = LinePath.Draw([new("0", 1, Usual: 4), new("1", null, Usual: 2)]);
        drawn.Band.ShouldBe("M250 1000 L250 0 L750 500 L750 1000 Z");
        drawn.Axis.Top.ShouldBe(4);
    }

    [Fact]
    public void A_day_without_a_value_draws_no_line()
    {
        var drawn = LinePath.Draw([new("0", null), new("1", null)]);
        (drawn.Line, drawn.Last).ShouldBe(("", null));
    }

    [Fact]
    public void The_most_filled_bucket_is_the_highest_column_and_a_mark_lies_within_its_own()
    {
        var laid = Columns.Lay([new("15 min", "tot 15 min", 10), new("1 u", "tot 1 u", 40)], [new(1.5, "helft"), new(9, "te ver")]);
        laid.All.Select(column => column.Height).ShouldBe([25, 100]);
        laid.All[1].Middle.ShouldBe(75);
        laid.Lines.Select(line => line.At).ShouldBe([75, 100]);
    }

    [Theory]
    [InlineData(33.3333, "33.33%")]
    [InlineData(0, "0%")]
    public void A_drawing_writes_numbers_with_a_point(double share, string written) => Svg.Percent(share).ShouldBe(written);
}
