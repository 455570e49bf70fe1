using WebcareHub.Routing.Alike;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Tests.Alike;

public sealed class ShowingTests
{
    [Theory]
    [InlineData(
        "Hoi, ik ben Fatima en woon op Kerkstraat 12. Is het water veilig?",
        null,
        "Hoi, ik ben … en woon op … … Is het water veilig?"
    )]
    [InlineData("is het water veilig? groet jansen", "J. Jansen", "is het water veilig? groet …")]
    [InlineData("Bel 06-12345678 of mail jan@voorbeeld.nl\nalstublieft", null, "Bel … of mail … alstublieft")]
    public void An_example_covers_names_numbers_and_addresses(string text, string? author, string shown) =>
        Masked.Of(text, author).ShouldBe(shown);

    [Fact]
    public void A_word_shows_only_when_most_of_them_wrote_it()
    {
        string[] questions = ["is het kraanwater veilig voor mijn baby", "kraanwater nog veilig voor pieterbas?", "KRAANWATER VEILIG?"];

        CommonWords.Of([.. questions.Select(text => Wording.Of(text, null))]).ShouldBe(["kraanwater", "veilig"]);
        CommonWords.Of([Wording.Of(questions[0], null)]).ShouldBeEmpty();
    }
}
