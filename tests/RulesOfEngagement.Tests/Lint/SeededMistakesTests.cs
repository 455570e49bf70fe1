using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Lint;

/// <summary>One mistake in each of these small blueprints; lint says which, once, and says nothing else.</summary>
public class SeededMistakesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private const string Register =
        "code,name,province,safety_region,valid_from,valid_to\nGM0088,Schiermonnikoog,Fryslân,Fryslân,,\nGM0193,Zwolle,Overijssel,IJsselland,,\n";

    /// <summary>The layer that has the mistake, its text, and the sentence. Layer nl lies under the others with <see cref="Above"/>.</summary>
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            // Rules together
            {
                "nl",
                Rules(
                    "{ id: a, title: A, when: { text: [bank, kast] }, then: { priority: high } }",
                    "{ id: b, title: B, when: { text: [kast, bank] }, then: { priority: low } }"
                ),
                "nl/1.yaml:4 (b): Regel 'a' heeft dezelfde voorwaarden en zet de prioriteit anders. Die regel staat eerder en gaat dus altijd voor."
            },
            {
                "nl",
                Rules(
                    "{ id: a, title: A, when: { topic: afval }, then: { worklist: kcc, priority: high } }",
                    "{ id: b, title: B, when: { topic: afval.grofvuil, channel: chat }, then: { worklist: webcare } }"
                ),
                "nl/1.yaml:4 (b): Deze regel kan nooit iets bepalen: regel 'a' staat eerder, past dan ook altijd en zet de werkvoorraad al."
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { channel: whatsapp, visibility: public }, then: { priority: high } }"),
                "nl/1.yaml:3 (a): Deze voorwaarden spreken elkaar tegen. De regel past nooit."
            },
            {
                "GM0088",
                Rules("{ id: a, title: A, when: { always: true }, then: { priority: low } }"),
                "GM0088/0.yaml:3 (a): Deze regel gaat altijd voor de verplichte regel 'vast' en zet de prioriteit anders. Maak de voorwaarden smaller."
            },
            {
                "GM0088",
                "rules:\n  - { adjust: vast, then: { priority: low }, reason: Te streng }",
                "GM0088/0.yaml:2 (vast): 'vast' is verplicht in laag nl en kan hier niet worden gewijzigd."
            },
            {
                "GM0088",
                "topics:\n  - { adjust: afval, intent: question, reason: Zo werkt het hier }",
                "GM0088/0.yaml:2 (afval): 'intent' is hierboven al hetzelfde. Haal het weg, dan blijft u latere verbeteringen volgen."
            },
            // What is named and is not there
            {
                "nl",
                Rules("{ id: a, title: A, when: { topic: afvaal }, then: { priority: high } }"),
                "nl/1.yaml:3 (a): Er is geen 'afvaal' onder 'topics'. Bedoelde u 'afval'?"
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: x }, then: { refer: waterschp } }"),
                "nl/1.yaml:3 (a): Er is geen 'waterschp' onder 'partners'. Bedoelde u 'waterschap'?"
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: x }, then: { role: woordvoeder } }"),
                "nl/1.yaml:3 (a): Er is geen 'woordvoeder' onder 'roles'. Bedoelde u 'woordvoerder'?"
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: x }, then: { worklist: balie } }"),
                "nl/1.yaml:3 (a): Er is geen 'balie' onder 'worklists'."
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: x }, then: { servicelevel: snle } }"),
                "nl/1.yaml:3 (a): Er is geen 'snle' onder 'servicelevels'. Bedoelde u 'snel'?"
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: x }, then: { suggest: [a1, a7] } }"),
                "nl/1.yaml:3 (a): Er is geen 'a7' onder 'answers'. Bedoelde u 'a1'?"
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: \"@dreiging\" }, then: { priority: high } }"),
                "nl/1.yaml:3 (a): Er is geen woordenlijst 'dreiging'. Bedoelde u 'bedreiging'?"
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: \"Bel ons op {telefoonnummer}.\" }"),
                "nl/1.yaml:3 (a): Het slot '{telefoonnummer}' is niet bekend. Zet het in 'voice.facts' van deze laag of een laag hierboven."
            },
            {
                "wadden",
                "layer: { title: Regio Wadden, kind: region, members: [GM0088, GM0808] }",
                "wadden/0.yaml:1: 'GM0808' staat niet in het register van gemeenten. Bedoelde u 'GM0088'?"
            },
            // Circles
            {
                "nl",
                "topics:\n  - { id: t, title: T, owner: T, parent: t, words: [iets] }",
                "nl/1.yaml:2 (t): De onderwerpen vallen in een kring onder elkaar: t → t."
            },
            {
                "nl",
                "wordlists:\n  - { id: w, title: W, owner: T, words: [aap, \"@w\"] }",
                "nl/1.yaml:2 (w): Een woordenlijst kan geen andere woordenlijst noemen. Schrijf de woorden van '@w' hier uit."
            },
            // Words
            {
                "nl",
                "topics:\n  - { id: t, title: T, owner: T, words: [\"!?\"] }",
                "nl/1.yaml:2 (t): Met '!?' valt niet te zoeken: er staat geen letter of cijfer in."
            },
            {
                "nl",
                "topics:\n  - { id: t, title: T, owner: T, words: [zwembad, \"oude fiets*\"], not: [fietsen*, fiets*] }",
                "nl/1.yaml:2 (t): Het woord 'oude fiets*' telt nooit mee, want 'fiets*' staat onder 'not'."
            },
            {
                "nl",
                Rules("{ id: a, title: A, when: { text: { any: [korting, \"gratis proef\"], none: [proef] } }, then: { priority: low } }"),
                "nl/1.yaml:3 (a): Het woord 'gratis proef' telt nooit mee, want 'proef' staat onder 'none'."
            },
            {
                "nl",
                "topics:\n  - { id: t, title: T, owner: T, words: [café, thee, Cafe] }",
                "nl/1.yaml:2 (t): Het woord 'café' staat hier twee keer."
            },
            {
                "nl",
                "topics:\n  - { id: t, title: T, owner: T, words: [ondernemer, Parkeren] }",
                "nl/1.yaml:2 (t): Het woord 'Parkeren' staat ook bij 'parkeren'. Dan wint alleen de plaats in het bestand."
            },
            // Hours
            {
                "nl",
                "hours:\n  - { id: balie, title: B, owner: T, week: { monday: [\"09:00-12:30\", \"12:00-17:00\"] } }",
                "nl/1.yaml:2 (balie): Het blok '12:00-17:00' begint voordat het vorige is afgelopen."
            },
            {
                "nl",
                "hours:\n  - { id: balie, title: B, owner: T, week: { monday: [\"09:00-12:30\"] }, exceptions: [ { date: 2026-12-24, open: [] }, { date: 2026-12-24, open: [\"09:00-12:00\"] } ] }",
                "nl/1.yaml:2 (balie): Voor 2026-12-24 staan hier twee uitzonderingen. Voeg ze samen."
            },
            // Answers
            {
                "nl",
                Answers($"{{ id: a, title: A, channels: [whatsapp, x], text: {new string('x', 281)} }}"),
                "nl/1.yaml:3 (a): 'text' is 281 tekens; op x passen er 280."
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: Dank u wel. Wij sturen je een brief. }"),
                "nl/1.yaml:3 (a): 'text' is de tekst in de u-vorm, maar er staat 'je' in."
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: \"De kosten zijn [invullen] euro.\" }"),
                "nl/1.yaml:3 (a): 'text' is nog niet af: er staat '[invullen]' in."
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: Een }"),
                "nl/1.yaml:3 (a): Dit antwoord heeft dezelfde tekst als 'a1'. Een van beide is genoeg."
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: \"Groet van {medewerker}.\" }")
                    + "rules:\n  - { id: r, title: R, owner: T, when: { text: x }, then: { acknowledge: a } }",
                "nl/1.yaml:5 (r): Antwoord 'a' gaat hier vanzelf, maar noemt {medewerker}. Dan is er nog geen collega."
            },
            {
                "nl",
                Answers("{ id: a, title: A, channels: [whatsapp], text: Kort antwoord. }")
                    + "rules:\n  - { id: r, title: R, owner: T, when: { channel: [x, bluesky] }, then: { suggest: a } }",
                "nl/1.yaml:5 (r): Antwoord 'a' is er niet voor x, bluesky, en daar geldt deze regel alleen."
            },
            // Time and owners
            {
                "nl",
                Answers("{ id: a, title: Zwembad, text: Het zwembad is dicht., validUntil: 2026-11-21 }"),
                "nl/1.yaml:3 (a): Dit gold tot en met 2026-11-21. Werk het bij of haal het weg."
            },
            {
                "GM0088",
                "voice:\n  facts:\n    tarief: { value: 12 euro, validUntil: 2026-12-01 }",
                "GM0088/0.yaml:3 (voice): Het gegeven 'tarief' geldt nog tot en met 2026-12-01. Zoek op wat daarna geldt."
            },
            {
                "nl",
                Answers("{ id: a, title: A, text: Nog goed., reviewOn: 2026-11-01 }"),
                "nl/1.yaml:3 (a): De herzieningsdatum was 2026-11-01. Bekijk dit weer en zet een nieuwe datum."
            },
            { "nl", "answers:\n  - { id: a, title: A, text: Zonder eigenaar. }", "nl/1.yaml:2 (a): Hier ontbreekt 'owner'." },
            // Templates and files
            {
                "nl",
                "templates:\n  - { id: t, title: T, owner: T, name: vervolg_vraag, language: nl, slots: [naam, onderwerp], body: \"Dag {naam}.\" }",
                "nl/1.yaml:2 (t): Het slot 'onderwerp' staat in 'slots', maar niet in de tekst. Meta verwacht er evenveel."
            },
            {
                "nl",
                "templates:\n  - { id: t, title: T, owner: T, name: Vervolg-vraag, language: nl, body: \"Dag.\" }",
                "nl/1.yaml:2 (t): 'Vervolg-vraag' kan bij Meta geen naam zijn: gebruik kleine letters, cijfers en _."
            },
            { "nl", "# caf\uFFFD\n", "nl/1.yaml:1: Dit bestand is niet goed te lezen. Sla het op als UTF-8." },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_found_and_nothing_else(string layer, string text, string sentence)
    {
        var above = Layers.Files("nl", Layers.Base, layer == "nl" ? text : Above);
        var national = above with { Files = above.Files.Append(new("register/municipalities.csv", Register)).ToDictionary() };
        LayerFiles[] layers = layer == "nl" ? [national] : [national, Layers.Files(layer, text)];
        Blueprint.Read(layers).FindingsOn(Today).Select(finding => finding.ToString()).ShouldBe([sentence]);
    }

    [Fact]
    public void There_are_thirty_at_least() => Mistakes.Count.ShouldBeGreaterThanOrEqualTo(30);

    [Theory]
    [InlineData("../weg.yaml")]
    [InlineData("/etc/passwd.yaml")]
    [InlineData("a/./b.yaml")]
    [InlineData("a\\b.yaml")]
    [InlineData("con:.yaml")]
    [InlineData("plaatje.png")]
    public void A_file_that_could_not_come_back_into_a_folder_is_refused(string path) =>
        Blueprint.Read([new("nl", new Dictionary<string, string> { [path] = "" })]).Findings.ShouldHaveSingleItem().IsError.ShouldBeTrue();

    private const string Above = """
        rules:
          - { id: vast, title: Vast, owner: T, mandatory: true, when: { detects: bsn }, then: { priority: high } }
        """;

    private static string Rules(params string[] rules) =>
        "defaults: { owner: T }\nrules:\n" + string.Concat(rules.Select(rule => $"  - {rule}\n"));

    private static string Answers(params string[] answers) =>
        "defaults: { owner: T }\nanswers:\n" + string.Concat(answers.Select(answer => $"  - {answer}\n"));
}
