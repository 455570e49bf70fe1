using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Lint;

/// <summary>Broken blueprints and the sentence an author reads about each.</summary>
public class LintTests
{
    public static TheoryData<string, string> Broken =>
        new()
        {
            {
                "rules:\n  - { id: r, tilte: Regel, owner: T, when: { always: true }, then: { hide: true } }",
                "nl/b.yaml:2 (r): De sleutel 'tilte' bestaat niet bij een regel. Bedoelde u 'title'?"
            },
            { "rulez:\n  - { id: r }", "nl/b.yaml:1: Het kopje 'rulez' bestaat niet. Bedoelde u 'rules'?" },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { vissibility: public }, then: { hide: true } }",
                "nl/b.yaml:2 (r): De sleutel 'vissibility' bestaat niet bij een voorwaarde. Bedoelde u 'visibility'?"
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { detects: bns }, then: { hide: true } }",
                "nl/b.yaml:2 (r): 'bns' is geen waarde voor 'detects'. Bedoelde u 'bsn'?"
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { always: true }, then: { priority: hoog } }",
                "nl/b.yaml:2 (r): 'hoog' is geen waarde voor 'priority'. Kies uit: low, normal, high, urgent."
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { topic: afvall }, then: { hide: true } }",
                "nl/b.yaml:2 (r): Er is geen 'afvall' onder 'topics'. Bedoelde u 'afval'?"
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { always: true }, then: { suggest: a9 } }",
                "nl/b.yaml:2 (r): Er is geen 'a9' onder 'answers'. Bedoelde u 'a1'?"
            },
            {
                "topics:\n  - { id: t, title: T, owner: T, servicelevel: snell }",
                "nl/b.yaml:2 (t): Er is geen 'snell' onder 'servicelevels'. Bedoelde u 'snel'?"
            },
            {
                "topics:\n  - { id: t, title: T, owner: T, worklist: kc }",
                "nl/b.yaml:2 (t): Er is geen 'kc' onder 'worklists'. Bedoelde u 'kcc'?"
            },
            {
                "topics:\n  - { id: afval, title: Nog eens, owner: T }",
                "nl/b.yaml:2 (afval): Het id 'afval' staat al in a.yaml, regel 19."
            },
            { "topics:\n  - { id: t, owner: T }", "nl/b.yaml:2 (t): Hier ontbreekt 'title'." },
            { "topics:\n  - { id: t, title: T }", "nl/b.yaml:2 (t): Hier ontbreekt 'owner'." },
            {
                "topics:\n  - { id: t, title: T, owner: T, reviewOn: 1 juni 2027 }",
                "nl/b.yaml:2 (t): '1 juni 2027' is geen datum. Schrijf jaar-maand-dag, zoals 2027-06-01."
            },
            {
                "topics:\n  - { id: t, title: T, owner: T, words: [st*ep] }",
                "nl/b.yaml:2 (t): Met 'st*ep' valt niet te zoeken: een * mag alleen aan het begin of het einde staan."
            },
            {
                "topics:\n  - { id: t, title: T, owner: T, parent: u }\n  - { id: u, title: U, owner: T, parent: t }",
                "nl/b.yaml:2 (t): De onderwerpen vallen in een kring onder elkaar: t → u → t."
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: {}, then: { hide: true } }",
                "nl/b.yaml:2 (r): Deze voorwaarde is leeg. Schrijf 'always: true' voor een regel die voor elk bericht geldt."
            },
            {
                "rules:\n  - { id: r, title: R, owner: T, when: { topic: afval }, then: { topic: parkeren } }",
                "nl/b.yaml:2 (r): Een regel die 'topic' zet, kan niet vragen naar 'topic' of 'intent'."
            },
            {
                "hours:\n  - { id: h, title: H, owner: T, week: { monday: [\"17:00-09:00\"] } }",
                "nl/b.yaml:2 (h): '17:00-09:00' is geen tijdblok. Schrijf het als \"09:00-17:00\", het begin voor het einde."
            },
            {
                "hours:\n  - { id: h, title: H, owner: T, week: { monday: [\"09:00-12:00\", \"11:00-13:00\"] } }",
                "nl/b.yaml:2 (h): Het blok '11:00-13:00' begint voordat het vorige is afgelopen."
            },
            {
                "answers:\n  - { id: a, title: A, owner: T, text: \"Bel {telefon}\" }\nvoice: { facts: { telefoon: 14 } }",
                "nl/b.yaml:2 (a): Het slot '{telefon}' is niet bekend. Bedoelde u 'telefoon'?"
            },
            { "topics: afval", "nl/b.yaml:1: Onder 'topics' hoort een lijst: elk onderdeel begint met '- id:'." },
            { "topics:\n  - id: t\n\ttitle: T", "nl/b.yaml:3: Deze regel springt in met een tab; gebruik spaties." },
            {
                "topics:\n  - { id: t, title: T, owner: T, words: [*bak] }",
                "nl/b.yaml:2: Zet een woord dat met * begint tussen aanhalingstekens: \"*bak\"."
            },
            {
                "topics:\n  - { id: t, title: \"T, owner: T }",
                "nl/b.yaml:2: Dit is geen geldige YAML: een aanhalingsteken of haak is niet gesloten."
            },
            {
                "servicelevels:\n  - { id: s, title: S, owner: T, firstResponse: een uur }",
                "nl/b.yaml:2 (s): 'een uur' is geen termijn. Schrijf 30m, 4h, 2d of none."
            },
            { "topics:\n  - { id: t, id: u, title: T, owner: T }", "nl/b.yaml:2: De sleutel 'id' staat hier twee keer." },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_mistake_has_its_own_clear_sentence(string text, string finding)
    {
        var files = new LayerFiles("nl", new Dictionary<string, string> { ["a.yaml"] = Layers.Base, ["b.yaml"] = text });
        Blueprint.Read([files]).Findings.Select(each => each.ToString()).First().ShouldBe(finding);
    }

    public static TheoryData<string, string> BrokenOnTop =>
        new()
        {
            {
                "rules:\n  - { adjust: vast, then: { priority: low } }",
                "GM0088/0.yaml:2 (vast): 'vast' is verplicht in laag nl en kan hier niet worden gewijzigd."
            },
            {
                "rules:\n  - { off: vast, reason: Onhandig }",
                "GM0088/0.yaml:2 (vast): 'vast' is verplicht in laag nl en kan hier niet worden uitgezet."
            },
            {
                "rules:\n  - { adjust: lsos, title: L }",
                "GM0088/0.yaml:2 (lsos): Er is geen 'lsos' onder 'rules' in de lagen hierboven. Bedoelde u 'los'?"
            },
            {
                "rules:\n  - { off: weg, reason: Niet nodig }",
                "GM0088/0.yaml:2 (weg): Er is geen 'weg' onder 'rules' in de lagen hierboven."
            },
            { "rules:\n  - { off: los }", "GM0088/0.yaml:2 (los): Hier ontbreekt 'reason'." },
            {
                "topics:\n  - { id: afval, title: Afval, owner: Wij }",
                "GM0088/0.yaml:2 (afval): Het id 'afval' bestaat al in laag nl. Gebruik 'adjust: afval' om het aan te passen."
            },
            { "voice: { salutation: jij }", "GM0088/0.yaml:1 (voice): 'jij' is geen waarde voor 'salutation'. Kies uit: u, je." },
            {
                "retention: { reopenDays: zeven }",
                "GM0088/0.yaml:1 (retention): Bij 'reopenDays' hoort een getal van 0 tot en met 365, niet 'zeven'."
            },
        };

    [Theory]
    [MemberData(nameof(BrokenOnTop))]
    public void A_layer_may_not_do_what_the_layers_above_forbid(string text, string finding)
    {
        var national = Layers.Files(
            "nl",
            Layers.Base,
            """
            defaults: { owner: T }
            rules:
              - { id: vast, title: Vast, mandatory: true, when: { detects: bsn }, then: { priority: high } }
              - { id: los, title: Los, when: { text: los }, then: { priority: high } }
            """
        );
        var findings = Blueprint.Read([national, Layers.Files("GM0088", text)]).Findings;
        findings.Select(each => each.ToString()).ShouldBe([finding]);
    }

    [Theory]
    [InlineData(
        "{ channel: whatsapp, language: en }",
        "{ priority: high }",
        "Op whatsapp weten we niet in welke taal iemand schrijft. Deze regel werkt daar niet."
    )]
    [InlineData(
        "{ channel: [whatsapp, chat], followers: { atLeast: 9 } }",
        "{ priority: high }",
        "Op whatsapp, chat weten we niet hoeveel volgers iemand heeft. Deze regel werkt daar niet."
    )]
    [InlineData(
        "{ channel: whatsapp, campaign: afval }",
        "{ priority: high }",
        "Op whatsapp weten we niet bij welke campagne een bericht hoort. Deze regel werkt daar niet."
    )]
    [InlineData("{ channel: whatsapp, text: bsn }", "{ hide: true }", "'hide' heeft geen gevolg bij een privébericht, zoals op WhatsApp.")]
    [InlineData(
        "{ visibility: private }",
        "{ askPrivate: true }",
        "'askPrivate' heeft geen gevolg bij een privébericht, zoals op WhatsApp."
    )]
    [InlineData("{ channel: [whatsapp, mastodon], language: en }", "{ priority: high }", null)]
    [InlineData("{ language: en }", "{ hide: true }", null)]
    [InlineData("{ channel: whatsapp, any: [{ language: en }, { text: hello }] }", "{ priority: high }", null)]
    public void A_rule_that_can_do_nothing_on_its_channels_is_remarked_on(string when, string then, string? remark)
    {
        var findings = Blueprint
            .Read([Layers.Files("nl", Layers.Base, $"rules:\n  - {{ id: r, title: R, owner: T, when: {when}, then: {then} }}")])
            .Findings;
        findings.Select(finding => finding.Text).ShouldBe(remark is null ? [] : [remark]);
        findings.ShouldAllBe(finding => !finding.IsError);
    }

    [Theory]
    [InlineData(
        "{ author: press }",
        "{ priority: high }",
        "Nog geen kanaal vertelt wie de afzender is. 'author' is nu altijd 'resident' (r)."
    )]
    [InlineData("{ author: resident }", "{ priority: high }", null)]
    [InlineData(
        "{ any: [{ text: hello }, { not: { language: nl } }] }",
        "{ priority: high }",
        "Nog geen kanaal vertelt in welke taal iemand schrijft. 'language' past nu nooit (r)."
    )]
    [InlineData("{ scenario: true }", "{ priority: high }", null)]
    [InlineData(
        "{ text: hello }",
        "{ priority: high, notify: woordvoerder }",
        "Bij 'notify' krijgt nog niemand een seintje. De rol staat alleen in de uitleg bij het gesprek (r)."
    )]
    [InlineData(
        "{ visibility: public, text: hello }",
        "{ hide: true }",
        "Bij 'hide' wordt het bericht nog niet vanzelf verborgen. Het staat als advies in de uitleg bij het gesprek (r)."
    )]
    [InlineData("{ channel: whatsapp, text: hello, attachments: true }", "{ priority: high }", null)]
    public void What_does_nothing_yet_is_told_beside_the_findings(string when, string then, string? told)
    {
        var text = $"rules:\n  - {{ id: r, title: R, owner: T, when: {when}, then: {then} }}";
        var blueprint = Blueprint.Read([Layers.Files("nl", Layers.Base, text)]);
        blueprint.Findings.ShouldBeEmpty();
        blueprint.NotYet.ShouldBe(told is null ? [] : [told]);
    }

    [Fact]
    public void An_answer_longer_than_its_channel_is_refused()
    {
        var text =
            $"answers:\n  - {{ id: a, title: A, owner: T, channels: [bluesky], text: {new string('x', 301)} }}\n  - {{ id: b, title: B, owner: T, text: {new string('x', 4097)} }}";
        Blueprint
            .Read([Layers.Files("nl", text)])
            .Findings.Select(each => each.Text)
            .ShouldBe(["'text' is 301 tekens; op bluesky passen er 300.", "'text' is 4097 tekens; het mogen er 4096 zijn."]);
    }

    [Fact]
    public void A_broken_entry_is_left_out_and_the_rest_still_works()
    {
        var blueprint = Blueprint.Read([
            Layers.Files("nl", Layers.Base, "rules:\n  - { id: r, title: R, when: { always: true }, then: { priority: hoog } }"),
        ]);
        blueprint.Findings.Count.ShouldBe(2);
        blueprint.For("GM0088").Decide("afval").Topic.ShouldBe("afval");
    }
}
