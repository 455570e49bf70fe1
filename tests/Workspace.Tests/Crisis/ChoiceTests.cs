using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Workspace.Crisis.Declaring;

namespace WebcareHub.Workspace.Tests.Crisis;

public sealed class ChoiceTests
{
    [Fact]
    public void Nothing_is_complete_until_somebody_said_whether_it_is_real()
    {
        var choice = new Choice { Scenario = "hoogwater" };
        choice.Toggle("wadden", on: true);
        choice.Complete.ShouldBeFalse();
        choice.Exercise = true;
        choice.Complete.ShouldBeTrue();
    }

    [Fact]
    public void Who_chooses_the_whole_country_keeps_what_was_chosen_for_the_time_between()
    {
        var choice = new Choice { Scenario = "hoogwater", Exercise = false };
        choice.Toggle("wadden", on: true);
        choice.Toggle("nl", on: true);
        var declared = choice.Declare(null);
        declared.Scope.ShouldBe(["nl"]);
        declared.Meanwhile.ShouldBe(["wadden"]);
    }

    [Fact]
    public void Without_the_whole_country_there_is_no_time_between()
    {
        var choice = new Choice { Scenario = "hoogwater", Exercise = false };
        choice.Toggle("wadden", on: true);
        choice.Toggle("nl", on: true);
        choice.Toggle("nl", on: false);
        choice.Toggle("GM0193", on: true);
        var declared = choice.Declare(null);
        declared.Scope.ShouldBe(["GM0193"]);
        declared.Meanwhile.ShouldBeNull();
    }

    [Theory]
    [InlineData(CrisisPhase.Prepared, true)]
    [InlineData(CrisisPhase.Proposed, null)]
    public void What_was_prepared_says_whether_it_is_an_exercise_and_what_the_hub_saw_does_not(CrisisPhase phase, bool? exercise)
    {
        var choice = new Choice();
        choice.From(Crisis(phase));
        choice.Exercise.ShouldBe(exercise);
        choice.Scope.ShouldBe(["wadden"]);
    }

    [Fact]
    public void Grip_goes_along_only_when_it_was_told()
    {
        var choice = new Choice { GripRegion = "wadden" };
        choice.Declare(null).Grip.ShouldBeNull();
        choice.Grip = 3;
        choice.GripToldBy = " meldkamer ";
        choice.Declare(null).Grip.ShouldBe([new GripLevel("wadden", 3, "meldkamer")]);
    }

    private static CrisisSummary Crisis(CrisisPhase phase) =>
        new(
            Guid.NewGuid(),
            "wadden",
            "hoogwater",
            "Hoogwater",
            "Hoogwater",
            [new ScopePart("wadden", "Regio Wadden", 2)],
            Exercise: true,
            phase,
            "Renske Hofstra",
            "GM0072",
            default,
            null,
            null,
            null
        );
}
