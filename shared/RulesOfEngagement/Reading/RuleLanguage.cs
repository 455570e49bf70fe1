using static WebcareHub.RulesOfEngagement.Language;

namespace WebcareHub.RulesOfEngagement;

/// <summary>What rules may ask and what they may do.</summary>
internal static class RuleLanguage
{
    public static readonly string[] Detectable = [.. PersonalDataScan.Kinds, "threat"];

    /// <summary>The word list behind <c>detects: threat</c>.</summary>
    public const string ThreatList = "bedreiging";

    /// <summary>Conditions of a rule (<c>when</c>).</summary>
    public static readonly Field[] Conditions =
    [
        new("always", FieldKind.Flag, "Voor elk bericht."),
        new("channel", FieldKind.Choices, "Kanaal.", Values: Channels),
        new("visibility", FieldKind.Choices, "Openbaar of privé.", Values: ["private", "public"]),
        new(
            "kind",
            FieldKind.Choices,
            "Soort bericht.",
            Values: ["text", "media", "location", "contacts", "choice", "notice", "unsupported"]
        ),
        new("language", FieldKind.Texts, "Taalcode."),
        new("author", FieldKind.Choices, "Afzender.", Values: ["resident", "press", "politician", "partner", "entrepreneur", "unknown"]),
        new("topic", FieldKind.References, "Onderwerp, ook die eronder.", Section: "topics", Values: ["none"]),
        new("intent", FieldKind.Choices, "Bedoeling.", Values: [.. Intents, "none"]),
        new("text", FieldKind.TextCondition, "Woorden in het bericht."),
        new("detects", FieldKind.Choices, "Wat er in het bericht staat.", Values: Detectable),
        new("hours", FieldKind.Choices, "Open of dicht.", Values: ["open", "closed"]),
        new("holiday", FieldKind.FlagOrChoices, "Feestdag.", Values: Holidays.Names),
        new("firstContact", FieldKind.Flag, "Eerste gesprek van deze inwoner."),
        new("attachments", FieldKind.FlagOrAtLeast, "Bijlagen."),
        new("scenario", FieldKind.FlagOrReferences, "Lopend scenario.", Section: "scenarios"),
        new("followers", FieldKind.AtLeast, "Bereik van de afzender."),
        new("campaign", FieldKind.Texts, "Label van een campagne."),
        new("any", FieldKind.Conditions, "Een van deze."),
        new("all", FieldKind.Conditions, "Allemaal."),
        new("not", FieldKind.Conditions, "Geen van deze."),
    ];

    /// <summary>Consequences of a rule (<c>then</c>), in the order of <see cref="Act"/>.</summary>
    public static readonly Field[] Actions =
    [
        new("topic", FieldKind.Reference, "Onderwerp.", Section: "topics"),
        new("intent", FieldKind.Choice, "Bedoeling.", Values: Intents),
        new("priority", FieldKind.Choice, "Prioriteit.", Values: Priorities),
        new("theme", FieldKind.Choice, "Thema.", Values: Themes),
        new("worklist", FieldKind.Reference, "Werkvoorraad.", Section: "worklists"),
        new("role", FieldKind.Reference, "Rol die het moet doen.", Section: "roles"),
        new("overflow", FieldKind.Choice, "Wie er mag helpen.", Values: Overflows),
        new("servicelevel", FieldKind.Reference, "Streeftermijn.", Section: "servicelevels"),
        new("acknowledge", FieldKind.Reference, "Antwoord dat vanzelf gaat.", Section: "answers"),
        new("noReply", FieldKind.Text, "Reden om niet te antwoorden."),
        new("refer", FieldKind.Reference, "Partner om naar te verwijzen.", Section: "partners"),
        new("approval", FieldKind.Choice, "Akkoord nodig voor het antwoord.", Values: ["required"]),
        new("askPrivate", FieldKind.Flag, "Vraag om privé verder te gaan."),
        new("hide", FieldKind.Flag, "Verberg het bericht."),
        new("suggest", FieldKind.References, "Standaardantwoorden.", Section: "answers"),
        new("label", FieldKind.Texts, "Labels."),
        new("notify", FieldKind.References, "Rollen die een seintje krijgen.", Section: "roles"),
    ];

    public static readonly Field[] TextParts =
    [
        new("any", FieldKind.Words, "Een van deze."),
        new("all", FieldKind.Words, "Allemaal."),
        new("none", FieldKind.Words, "Geen van deze."),
    ];

    public static readonly Field[] OverflowParts =
    [
        new("closed", FieldKind.Flag, "Wij zijn dicht."),
        new("nobodyOnline", FieldKind.Flag, "Niemand is aanwezig."),
        new("waitingLongerThan", FieldKind.Duration, "Een vraag wacht langer dan dit."),
        new("waitingPerColleague", FieldKind.Number, "Meer wachtende vragen per collega dan dit.", Max: 1000),
        new("shareOfBaseline", FieldKind.Number, "Meer berichten dan dit percentage van een gewone dag.", Max: 10000),
    ];

    public static readonly Field[] ExceptionParts =
    [
        new("date", FieldKind.Date, "De dag.", Required: true),
        new("until", FieldKind.Date, "De laatste dag."),
        new("open", FieldKind.Texts, "Blokken; leeg: dicht.", Required: true),
        new("reason", FieldKind.Text, "Waarom."),
    ];
}
