using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Overview.Money;
using WebcareHub.Workspace.Overview.Service;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Tests.Overview;

/// <summary>Figures as a colleague reads them, and numbers as a colleague fills them in.</summary>
public sealed class FigureWordsTests
{
    [Theory]
    [InlineData(0.2, "minder dan 1 min")]
    [InlineData(12, "12 min")]
    [InlineData(60, "1 u")]
    [InlineData(192, "3 u 12 min")]
    [InlineData(1440, "1 dag")]
    [InlineData(3120, "2 dagen 4 u")]
    public void A_duration_is_said_in_words(double minutes, string words) => SayFigures.Duration(minutes).ShouldBe(words);

    [Theory]
    [InlineData(FigureUnits.Percent, 87.44, "87,4%")]
    [InlineData(FigureUnits.Score, 8, "8,0")]
    [InlineData(FigureUnits.Count, 1234.5, "1.235")]
    [InlineData(FigureUnits.Count, 0.42, "0,4")]
    [InlineData(FigureUnits.Minutes, 42, "42 min")]
    public void A_figure_is_said_in_its_unit(string unit, double value, string words) => SayFigures.Value(unit, value).ShouldBe(words);

    [Fact]
    public void Why_there_is_no_figure_is_said()
    {
        SayFigures.Value(FigureUnits.Score, 9, hidden: true).ShouldBe("te weinig vragen om te tonen");
        SayFigures.Value(FigureUnits.Score, null, hidden: false).ShouldBe("geen gegevens");
    }

    [Fact]
    public void Money_is_whole_for_many_and_exact_for_one()
    {
        SayFigures.Euros(2890.4).ShouldBe("€ 2.890");
        SayFigures.Cents(5.3).ShouldBe("€ 5,30");
    }

    [Fact]
    public void The_stretches_of_a_distribution_are_said()
    {
        var words = Buckets.Select(bucket => SayFigures.Stretch(FigureUnits.Minutes, bucket));
        words.ShouldBe(["tot 15 min", "15 min tot 1 u", "1 u of meer"]);
        SayFigures.Stretch(FigureUnits.Score, new(8, 9, 3)).ShouldBe("8");
        SayFigures.Stretch(FigureUnits.Score, new(10, null, 3)).ShouldBe("10");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7.5, 0.5)]
    [InlineData(15, 1)]
    [InlineData(37.5, 1.5)]
    [InlineData(9000, 2.5)]
    public void A_duration_lies_in_its_own_bucket(double minutes, double at) => Spread.Place(Buckets, minutes).ShouldBe(at);

    [Fact]
    public void The_counting_is_said_to_be_behind_from_a_minute_on()
    {
        SayFigures.Behind(new(3, 60, false, null)).ShouldBeNull();
        SayFigures.Behind(new(900, 200, false, null)).ShouldBe("De cijfers lopen 3 min achter.");
        SayFigures.Behind(new(0, 0, true, 41.7)).ShouldNotBeNull().ShouldContain("41% klaar");
    }

    [Fact]
    public void Costs_are_read_with_the_point_of_a_number_field()
    {
        var read = Filled().Read(Before).ShouldNotBeNull();
        (read.HourlyCost, read.Fte, read.AtOnce).ShouldBe((52.5, null, 3));
        read.Channels.ShouldBe([new ChannelCost("whatsapp", 6.25, 0.05)]);
    }

    [Theory]
    [InlineData("", "6")]
    [InlineData("52,5", "6")]
    [InlineData("-1", "6")]
    [InlineData("52.5", null)]
    [InlineData("52.5", "veel")]
    public void What_is_no_number_is_not_kept(string hourly, string? minutes)
    {
        var form = Filled();
        (form.HourlyCost, form.Minutes) = (hourly, [minutes]);
        form.Read(Before).ShouldBeNull();
    }

    private static CostsGiven Filled() =>
        new()
        {
            HourlyCost = "52.5",
            Fte = "",
            AtOnce = "3",
            AnswerWithinMinutes = "30",
            AnswerShare = "80",
            Minutes = ["6.25"],
            Fees = ["0.05"],
        };

    private static readonly Costs Before = new(40, 2, 1, 60, 90, [new("whatsapp", 5, 0)]);
    private static readonly IReadOnlyList<FigureBucket> Buckets = [new(0, 15, 1), new(15, 60, 2), new(60, null, 3)];
}
