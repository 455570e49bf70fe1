using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Tests;

public sealed class Folding
{
    [Theory]
    [InlineData("Café ZÓMER", "cafe zomer")]
    [InlineData("kanarie\0vogel", "kanarievogel")]
    public void Words_are_compared_without_case_diacritics_and_what_no_index_can_hold(string text, string folded) =>
        Folded.Of(text).ShouldBe(folded);
}
