using static WebcareHub.RulesOfEngagement.Language;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The headings of the language with their fields.</summary>
internal static class Sections
{
    private static readonly Field[] TopicFields =
    [
        new("parent", FieldKind.Reference, "Het onderwerp waar dit onder valt.", Section: "topics"),
        new("words", FieldKind.Words, "Woorden, begin*, *eind en \"zinnen\" waaraan het te herkennen is."),
        new("not", FieldKind.Words, "Staat een van deze erin, dan is het dit onderwerp niet."),
        new("intent", FieldKind.Choice, "Bedoeling van de inwoner.", Values: Intents),
        new("servicelevel", FieldKind.Reference, "Streeftermijn.", Section: "servicelevels"),
        new("worklist", FieldKind.Reference, "Werkvoorraad.", Section: "worklists"),
        new("priority", FieldKind.Choice, "Prioriteit.", Values: Priorities),
        new("role", FieldKind.Reference, "Rol die het moet doen.", Section: "roles"),
        new("overflow", FieldKind.Choice, "Wie er mag helpen.", Values: Overflows),
        new("suggest", FieldKind.References, "Standaardantwoorden, de beste eerst.", Section: "answers"),
        new("ask", FieldKind.Texts, "Wat we van de inwoner moeten weten."),
    ];

    private static readonly Field[] RuleFields =
    [
        new("when", FieldKind.Condition, "Voorwaarden; alle moeten kloppen.", Required: true),
        new("then", FieldKind.Actions, "Gevolgen.", Required: true),
    ];

    private static readonly Field[] AnswerFields =
    [
        new("topics", FieldKind.References, "Onderwerpen waar het bij hoort.", Section: "topics"),
        new("channels", FieldKind.Choices, "Kanalen waarop het past; leeg: alle.", Values: Channels),
        new("text", FieldKind.Slots, "De tekst in de u-vorm, zonder aanhef en ondertekening.", Required: true, Max: 4096),
        new("informal", FieldKind.Slots, "De tekst in de je-vorm.", Max: 4096),
        new("validUntil", FieldKind.Date, "Laatste dag waarop dit antwoord klopt."),
    ];

    private static readonly Field[] HoursFields =
    [
        new("week", FieldKind.Week, "Blokken per dag, of een lijst daarvan met 'from'.", Required: true),
        new("holidays", FieldKind.Choices, "Feestdagen waarop het dicht is.", Values: Holidays.Names),
        new("exceptions", FieldKind.Exceptions, "Andere tijden op bepaalde dagen."),
    ];

    private static readonly Field[] GuidelineFields =
    [
        new("text", FieldKind.Text, "De tekst.", Required: true),
        new("topics", FieldKind.References, "Waar ze getoond wordt; leeg: overal.", Section: "topics"),
    ];

    private static readonly Field[] GoalFields =
    [
        new("text", FieldKind.Text, "Wat we willen bereiken.", Required: true, Max: 600),
        new("measure", FieldKind.Text, "Waaraan we zien dat het lukt.", Max: 300),
        new("by", FieldKind.Date, "Wanneer we zover willen zijn."),
        new("level", FieldKind.Number, "Volwassenheidsniveau; 1 is nodig om mee te doen in een pool.", Max: 9),
    ];

    private static readonly Field[] FigureFields =
    [
        new("text", FieldKind.Text, "Wat er telt en wat niet, in gewone taal.", Required: true, Max: 600),
        new("target", FieldKind.Decimal, "Wat we willen halen, in de eenheid van het cijfer."),
        new("reference", FieldKind.Decimal, "Waarmee te vergelijken is, bijvoorbeeld landelijk onderzoek."),
        new("days", FieldKind.Number, "Bij een cijfer dat vooruitkijkt: hoeveel dagen.", Max: 90),
    ];

    private static readonly Field[] TemplateFields =
    [
        new("name", FieldKind.Text, "Naam bij het platform.", Required: true),
        new("language", FieldKind.Text, "Taalcode bij het platform.", Required: true),
        new("category", FieldKind.Choice, "Soort sjabloon.", Values: ["utility", "marketing", "authentication"]),
        new("slots", FieldKind.Texts, "Slots in de volgorde van het platform."),
        new("body", FieldKind.Slots, "De tekst.", Required: true, Max: 1024),
    ];

    private static readonly Field[] WhoFields =
    [
        new("role", FieldKind.Reference, "De rol.", Required: true, Section: "roles"),
        new("task", FieldKind.Text, "Wat deze rol nu doet.", Required: true, Max: 300),
    ];

    private static readonly Field[] CoreMessageFields =
    [
        new("id", FieldKind.Id, "Vaste naam binnen het scenario.", Required: true),
        new("title", FieldKind.Text, "Korte omschrijving.", Required: true, Max: 200),
        new("text", FieldKind.Slots, "De tekst in de u-vorm, zonder aanhef en ondertekening.", Required: true, Max: 4096),
        new("informal", FieldKind.Slots, "De tekst in de je-vorm.", Max: 4096),
        new("valid", FieldKind.Duration, "Hoelang de boodschap geldt na uitgifte; none: tot iemand haar intrekt."),
    ];

    private static readonly Field[] SignFields =
    [
        new("id", FieldKind.Id, "Vaste naam binnen het scenario.", Required: true),
        new("title", FieldKind.Text, "Wat mensen doen of voelen, in een paar woorden.", Required: true, Max: 120),
        new("part", FieldKind.Choice, "Waar het in de omgevingsanalyse staat.", Required: true, Values: ["behaviour", "perception"]),
        new("words", FieldKind.Words, "Woorden waaraan we het herkennen.", Required: true),
        new("risk", FieldKind.Flag, "Gedrag dat gevaarlijk is of het werk in de weg staat."),
    ];

    private static readonly Field[] ScenarioFields =
    [
        new("text", FieldKind.Text, "Wanneer en hoe dit scenario wordt gebruikt."),
        new("who", FieldKind.Blocks, "Welke rollen er nodig zijn, en wat elk nu doet.", Parts: WhoFields),
        new("pools", FieldKind.Choices, "Pools die opengaan.", Values: ["region", "national"]),
        new("answers", FieldKind.References, "Antwoorden die klaarliggen, en die vanzelf mogen gaan.", Section: "answers"),
        new("coreMessage", FieldKind.Slots, "Kernboodschap, concept."),
        new("coreMessages", FieldKind.Blocks, "Kernboodschappen, concept; de eerste komt eerst.", Parts: CoreMessageFields),
        new("actionPerspective", FieldKind.Texts, "Handelingsperspectief: wat mensen nu kunnen doen."),
        new("checklist", FieldKind.Texts, "Wat er bij het begin moet gebeuren, in volgorde."),
        new("scaleDown", FieldKind.Texts, "Wat er bij het afschalen moet gebeuren, in volgorde."),
        new("signs", FieldKind.Blocks, "Waar de omgevingsanalyse op let: gedrag en beleving.", Parts: SignFields),
        new("quiet", FieldKind.Flag, "Zolang het scenario loopt, vragen we niemand om een cijfer."),
        new("rules", FieldKind.Rules, "Regels die bovenop liggen zolang het scenario loopt."),
    ];

    // Only ever for exercises: made-up residents who write as people do.
    private static readonly Field[] WaveFields =
    [
        new("scenario", FieldKind.Reference, "Het scenario waar deze golf bij hoort.", Required: true, Section: "scenarios"),
        new("text", FieldKind.Text, "Wat er in de oefening gebeurt.", Required: true),
        new("channels", FieldKind.Choices, "Kanalen waarop wordt geschreven.", Required: true, Values: Channels),
        new("peakMinutes", FieldKind.Number, "Hoelang de piek duurt, in minuten.", Required: true, Max: 240),
        new("peakPerMinute", FieldKind.Number, "Berichten per minuut in de piek, over alle gemeenten samen.", Required: true, Max: 5000),
        new("minutes", FieldKind.Number, "Hoelang de golf duurt, in minuten.", Required: true, Max: 1440),
        new("perMinute", FieldKind.Number, "Berichten per minuut na de piek.", Required: true, Max: 5000),
        new("from", FieldKind.Reference, "Neem zinnen, namen en straten over van deze golf.", Section: "waves"),
        new("sentences", FieldKind.Texts, "Wat verzonnen inwoners schrijven, met {plaats}, {straat} en {naam}."),
        new("again", FieldKind.Texts, "Wat zij schrijven als er nog geen antwoord is."),
        new("names", FieldKind.Texts, "Verzonnen namen."),
        new("streets", FieldKind.Texts, "Verzonnen straten."),
    ];

    private static readonly Field[] PartnerFields =
    [
        new("url", FieldKind.Text, "Adres op internet."),
        new("phone", FieldKind.Text, "Telefoonnummer."),
        new("text", FieldKind.Text, "Waarvoor men daar terecht kan."),
    ];

    private static readonly Field[] PlainWordFields =
    [
        new("words", FieldKind.Words, "Moeilijke of stijve woorden.", Required: true),
        new("instead", FieldKind.Text, "Wat u in plaats daarvan schrijft.", Required: true, Max: 200),
    ];

    private static readonly Field[] AskingFields =
    [
        new("afterChat", FieldKind.Duration, "Hoelang na het afhandelen van een chat we vragen hoe het ging; none: niet."),
        new("afterDirect", FieldKind.Duration, "Hoelang na het afhandelen bij WhatsApp en privéberichten; none: niet."),
        new("from", FieldKind.Number, "Vanaf welk uur van de dag we het vragen.", Max: 24),
        new("until", FieldKind.Number, "Tot welk uur van de dag.", Max: 24),
        new("days", FieldKind.Number, "Zoveel dagen vragen we het dezelfde inwoner niet nog eens.", Max: 365),
        new("answerDays", FieldKind.Number, "Zoveel dagen telt een los cijfer als antwoord.", Max: 30),
        new("below", FieldKind.Number, "Een lager cijfer opent het gesprek weer; 0: nooit.", Max: 10),
        new("never", FieldKind.References, "Werkvoorraden waarover we het niet vragen.", Section: "worklists"),
        new("question", FieldKind.Slots, "De vraag in de u-vorm, met de schaal van 1 tot 10.", Max: 600),
        new("questionInformal", FieldKind.Slots, "De vraag in de je-vorm.", Max: 600),
        new("thanks", FieldKind.Slots, "Het bedankje in de u-vorm.", Max: 600),
        new("thanksInformal", FieldKind.Slots, "Het bedankje in de je-vorm.", Max: 600),
        new("sorry", FieldKind.Slots, "Wat iemand leest die een laag cijfer gaf, in de u-vorm.", Max: 600),
        new("sorryInformal", FieldKind.Slots, "Hetzelfde in de je-vorm.", Max: 600),
    ];

    /// <summary>All headings, in the order the documentation has them.</summary>
    public static readonly Section[] All = [.. ListSections(), .. BlockSections()];

    public static Section? Find(string name) => Array.Find(All, section => section.Name == name);

    private static IEnumerable<Section> ListSections() =>
        [
            List("topics", "een onderwerp", TopicFields),
            List("rules", "een regel", RuleFields),
            List("answers", "een antwoord", AnswerFields),
            List(
                "servicelevels",
                "een streeftermijn",
                new Field("firstResponse", FieldKind.Duration, "30m, 4h, 2d of none.", Required: true),
                new Field("hours", FieldKind.Reference, "Openingstijden die tellen, of always.", Section: "hours", Values: ["always"])
            ),
            List("hours", "een set openingstijden", HoursFields),
            List(
                "overflow",
                "een overloopafspraak",
                new Field("to", FieldKind.Choice, "Wie er mag helpen.", Required: true, Values: Overflows),
                new Field("when", FieldKind.OverflowWhen, "Wanneer; een van deze.")
            ),
            List("scenarios", "een scenario", ScenarioFields),
            List("waves", "een oefengolf", WaveFields),
            List("guidelines", "een richtlijn", GuidelineFields),
            List("principles", "een uitgangspunt", GuidelineFields),
            List("goals", "een doel", GoalFields),
            List("figures", "een cijfer", FigureFields),
            List("templates", "een sjabloon", TemplateFields),
            List("worklists", "een werkvoorraad", new Field("role", FieldKind.Reference, "Rol die deze lijst doet.", Section: "roles")),
            List("roles", "een rol", new Field("token", FieldKind.Choice, "Rol in de aanmelding.", Values: TokenRoles)),
            List("partners", "een partner", PartnerFields),
            List("wordlists", "een woordenlijst", new Field("words", FieldKind.Words, "De woorden.", Required: true)),
            List("plainwords", "een moeilijk woord", PlainWordFields),
        ];

    private static IEnumerable<Section> BlockSections() =>
        [
            new(
                "voice",
                "de stem",
                IsList: false,
                [
                    new("name", FieldKind.Text, "Naam, zoals in 'gemeente Zwolle'."),
                    new("salutation", FieldKind.Choice, "Aanspreekvorm.", Values: ["u", "je"]),
                    new("greeting", FieldKind.Slots, "Eerste regel van een antwoord."),
                    new("signature", FieldKind.Slots, "Laatste regel van een antwoord."),
                    new("tone", FieldKind.Texts, "Hoe we klinken."),
                    new("facts", FieldKind.Facts, "Lokale gegevens voor de slots."),
                ]
            ),
            new(
                "retention",
                "de bewaartermijnen",
                IsList: false,
                [
                    new("reopenDays", FieldKind.Number, "Binnen deze termijn opent een nieuw bericht het gesprek weer.", Max: 365),
                    new("conversationDays", FieldKind.Number, "Na afhandelen: inhoud vernietigen.", Max: 3650),
                    new("fileDays", FieldKind.Number, "Na afhandelen: bestanden vernietigen.", Max: 3650),
                    new("rawDays", FieldKind.Number, "Na ontvangst: de vorm van het platform vernietigen.", Max: 365),
                ]
            ),
            new("satisfaction", "de vraag om een cijfer", IsList: false, AskingFields),
        ];

    private static Section List(string name, string one, params Field[] own) => new(name, one, IsList: true, [.. Common, .. own]);
}
