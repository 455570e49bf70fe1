using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Plain;

public class PlainLanguageTests
{
    private static readonly EffectiveBlueprint Starting = Blueprint
        .Read(LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint")))
        .For("GM0014");

    [Theory]
    [InlineData(
        "Indien u het niet eens bent met de beschikking, kunt u bezwaar maken.",
        "'Indien' is een moeilijk of stijf woord. Schrijf: als.",
        "'beschikking' is een moeilijk of stijf woord. Schrijf: besluit, of: brief met ons besluit."
    )]
    [InlineData("U dient te betalen.", "'dient te' is een moeilijk of stijf woord. Schrijf: moet.")]
    [InlineData("Wij faciliteren de buurt.", "'faciliteren' is een moeilijk of stijf woord. Schrijf: helpen, of: mogelijk maken.")]
    [InlineData("U hoort het z.s.m. van ons.", "'z.s.m.' is een moeilijk of stijf woord. Schrijf: noem de dag of het aantal dagen.")]
    [InlineData(
        "Uw melding wordt morgen door een collega opgehaald.",
        "'wordt … opgehaald' zegt niet wie het doet. Noem wie het doet: wij, u, of een ander bij naam."
    )]
    [InlineData(
        "U hoort wanneer de straat afgesloten wordt.",
        "'wordt … afgesloten' zegt niet wie het doet. Noem wie het doet: wij, u, of een ander bij naam."
    )]
    [InlineData(
        "Vorige week werden de bomen gesnoeid.",
        "'werden … gesnoeid' zegt niet wie het doet. Noem wie het doet: wij, u, of een ander bij naam."
    )]
    [InlineData("Naar aanleiding van uw vraag kijken wij mee.", "Dit begin zegt nog niets. Laat het weg en begin met het antwoord.")]
    [InlineData("Wij hebben uw bericht ontvangen. Morgen komen wij.", "Dit begin zegt nog niets. Laat het weg en begin met het antwoord.")]
    [InlineData(
        "Omdat het feest is, rijdt de veegwagen later.",
        "De reden staat hier voor het antwoord. Zet het antwoord eerst en de reden daarna."
    )]
    [InlineData(
        "Wij komen. Als u na de keuring nog geen brief van ons hebt gekregen, belt u ons.",
        "Er staan 12 woorden voordat de zin zegt wat er moet gebeuren. Begin met wat iemand kan doen. Zet daarna wanneer dat geldt."
    )]
    [InlineData(
        "U kunt het formulier op onze website invullen en dan met een foto van de plek erbij opsturen zodat wij beter weten waar het is.",
        "Deze zin heeft 25 woorden. Maak er twee zinnen van, bijvoorbeeld voor 'met'.",
        "-"
    )]
    public void A_remark_says_what_and_what_instead(string text, params string[] remarks)
    {
        var found = PlainLanguage.Of(text, Starting.PlainWords).Select(remark => $"{remark.What} {remark.Suggestion}").ToList();
        if (remarks is [.., "-"])
        {
            found.Single().ShouldStartWith("Deze zin heeft 25 woorden. Maak er twee zinnen van, bijvoorbeeld voor '");
            return;
        }
        found.ShouldBe(remarks);
    }

    [Theory]
    [InlineData("Het wordt morgen warm.")]
    [InlineData("Morgen wordt het bericht van de gemeente langer.")]
    [InlineData("Als u verhuisd bent, wordt het tijd om dat te melden.")]
    [InlineData("U wordt lid van de bibliotheek.")]
    [InlineData("Het gaat goed. Bel 14 0519 op werkdagen van 9.00 tot 17.00 uur, of mail dhr. Jansen via {mail|ons formulier}.")]
    [InlineData("Kijk op https://www.voorbeeld.nl/indien/middels.html.")]
    [InlineData("Als het glad is, strooien wij.")]
    [InlineData(
        "Bel nu 0800-0113 of chat via www.113.nl. Dat kan dag en nacht en u hoeft uw naam niet te zeggen. Dat is beter voor u. Mevrouw J. Visser helpt u."
    )]
    [InlineData("")]
    public void Plain_sentences_are_left_alone(string text) => PlainLanguage.Of(text, Starting.PlainWords).ShouldBeEmpty();

    [Fact]
    public void A_remark_points_at_its_words()
    {
        const string text = "Beste inwoner,\n\nDe bank wordt morgen opgehaald. Dit geschiedt middels een wagen.";
        PlainLanguage
            .Of(text, Starting.PlainWords)
            .Select(remark => text.Substring(remark.Start, remark.Length))
            .ShouldBe(["wordt morgen opgehaald", "geschiedt", "middels"]);
    }

    [Fact]
    public void A_municipality_adds_its_own_words_and_switches_others_off()
    {
        var national = Layers.Files(
            "nl",
            Layers.Base,
            "plainwords: [ { id: thans, title: thans, owner: T, words: [thans], instead: nu } ]"
        );
        var own = Layers.Files(
            "GM0088",
            "plainwords:\n  - { off: thans, reason: Dat zeggen wij hier }\n  - { id: kade, title: kade, owner: T, words: [kadeconstructie*], instead: de kade }"
        );
        var words = Layers.Of(national, own).PlainWords;
        PlainLanguage.Of("De kadeconstructies zijn thans veilig.", words).Single().Suggestion.ShouldBe("Schrijf: de kade.");
    }

    [Fact]
    public void The_starting_answers_get_a_remark_now_and_then_and_no_flood()
    {
        var remarks = Starting
            .Answers.SelectMany(answer =>
                PlainLanguage
                    .Of(answer.Text, Starting.PlainWords)
                    .Select(remark => $"{answer.Id} {remark.Kind}: {answer.Text.Substring(remark.Start, remark.Length)}")
            )
            .ToList();
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', remarks));
        remarks.Count.ShouldBeLessThan(Starting.Answers.Count / 4, string.Join('\n', remarks));
    }
}
