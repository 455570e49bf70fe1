using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Tests.Crisis;

public sealed class CrisisWordsTests
{
    [Theory]
    [InlineData(485, "nog 8 min 05 s")]
    [InlineData(42, "nog 42 s")]
    [InlineData(0, "de tijd is om")]
    [InlineData(-3, "de tijd is om")]
    public void What_is_left_is_counted_down(int seconds, string words) => SayCrisis.Left(TimeSpan.FromSeconds(seconds)).ShouldBe(words);

    [Fact]
    public void A_scope_reads_as_a_sentence() =>
        SayCrisis
            .Scope([new ScopePart("wadden", "Regio Wadden", 5), new ScopePart("GM0193", "Zwolle", 1)])
            .ShouldBe("Regio Wadden (5 gemeenten) en Zwolle");

    [Fact]
    public void No_scope_is_said_as_well() => SayCrisis.Scope([]).ShouldBe("nog nergens");

    [Theory]
    [InlineData(null, "nog niet")]
    [InlineData(48.0, "48 s")]
    [InlineData(140.0, "2 min")]
    [InlineData(4000.0, "1 u 6 min")]
    public void A_duration_is_one_that_somebody_pictures(double? seconds, string words) => SayMessages.Duration(seconds).ShouldBe(words);

    [Fact]
    public void Every_phase_has_words_of_its_own() => Enum.GetValues<CrisisPhase>().Select(SayCrisis.Phase).ShouldBeUnique();

    [Fact]
    public void Every_state_of_an_answer_to_many_has_words_of_its_own() =>
        Enum.GetValues<AnswerToManyState>().Select(SayMessages.State).ShouldBeUnique();
}
