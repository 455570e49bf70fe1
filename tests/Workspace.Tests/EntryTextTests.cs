using WebcareHub.Workspace.Blueprint;

namespace WebcareHub.Workspace.Tests;

/// <summary>Sentences of an entry are edited as sentences; every other byte stays.</summary>
public sealed class EntryTextTests
{
    private const string Answer = """
        id: grofvuil
        title: Grofvuil ophalen
        topics: [afval.grofvuil]   # ook tuinafval
        text: |
          Grofvuil wordt opgehaald.

          Bel ons even: {telefoon}.
        # de je-vorm
        informal: |
          We halen je grofvuil op.
        """;

    [Fact]
    public void What_is_read_is_written_again_to_the_byte() => EntryText.Read(Answer).Text.ShouldBe(Answer);

    [Fact]
    public void The_sentences_come_without_the_marks_of_the_file() =>
        EntryText
            .Read(Answer)
            .Parts.Where(part => part.IsProse)
            .Select(part => (part.Field, part.Value))
            .ShouldBe([
                ("title", "Grofvuil ophalen"),
                ("text", "Grofvuil wordt opgehaald.\n\nBel ons even: {telefoon}."),
                ("informal", "We halen je grofvuil op."),
            ]);

    [Fact]
    public void A_changed_sentence_leaves_the_rest_as_it_was() =>
        EntryText
            .Read(Answer)
            .With("informal", "We komen langs.\nZet het klaar.")
            .Text.ShouldBe(Answer.Replace("  We halen je grofvuil op.", "  We komen langs.\n  Zet het klaar.", StringComparison.Ordinal));

    [Fact]
    public void A_title_that_could_be_misread_is_quoted() =>
        EntryText.Read(Answer).With("title", "Let op: \"grof\" vuil").Text.ShouldContain("title: \"Let op: \\\"grof\\\" vuil\"\n");

    [Fact]
    public void The_same_sentence_again_changes_nothing() => EntryText.Read(Answer).With("title", "Grofvuil ophalen").Text.ShouldBe(Answer);

    [Theory]
    [InlineData("text: >\n  Een zin\n  over twee regels.")]
    [InlineData("title: 'Van ''s-Gravenhage'")]
    [InlineData("title: Kort # met een reden")]
    [InlineData("text:\n  - geen tekst")]
    public void What_cannot_be_read_as_sentences_stays_a_setting(string yaml)
    {
        var entry = EntryText.Read(yaml);
        entry.Parts.ShouldAllBe(part => !part.IsProse);
        entry.Settings.ShouldBe(yaml);
    }

    [Fact]
    public void Settings_are_edited_beside_the_sentences()
    {
        var edited = EntryText
            .Read("adjust: grofvuil\nreason: Het eiland is klein.\nthen: { priority: low }")
            .WithSettings("adjust: grofvuil\nthen: { priority: high }");
        edited.Text.ShouldBe("adjust: grofvuil\nthen: { priority: high }\nreason: Het eiland is klein.");
    }
}
