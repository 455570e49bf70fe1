namespace WebcareHub.RulesOfEngagement;

/// <summary>What may stand in a field.</summary>
internal enum FieldKind
{
    Text,
    Id,
    Choice,
    Choices,
    Reference,
    References,
    Texts,
    Words,
    Flag,
    Number,
    Decimal,
    Date,
    Duration,
    Slots,
    Week,
    Exceptions,
    Condition,
    Conditions,
    TextCondition,
    AtLeast,
    FlagOrAtLeast,
    FlagOrChoices,
    FlagOrReferences,
    Actions,
    OverflowWhen,
    Facts,
    Rules,
    Blocks,
}

/// <summary>A field of the language; lint, schemas and reading all follow it.</summary>
/// <param name="Section">For references: where the id must exist.</param>
/// <param name="Values">For choices: what is allowed.</param>
/// <param name="Max">For text: most characters; for numbers: the largest.</param>
/// <param name="Parts">For a list of blocks: the fields of each.</param>
internal sealed record Field(
    string Name,
    FieldKind Kind,
    string About,
    bool Required = false,
    string? Section = null,
    IReadOnlyList<string>? Values = null,
    int Max = 0,
    Field[]? Parts = null
);

/// <summary>A heading of the language.</summary>
/// <param name="One">One entry of it, Dutch, with article.</param>
/// <param name="IsList">False: one block, merged field by field.</param>
internal sealed record Section(string Name, string One, bool IsList, IReadOnlyList<Field> Fields);

/// <summary>The language of the blueprint: every heading, field and fixed value. docs/blueprint-language.md tells it to people.</summary>
internal static class Language
{
    public static readonly string[] Themes = ["monitoring", "webcare", "woordvoering"];
    public static readonly string[] Intents = ["question", "remark", "complaint", "report"];
    public static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    public static readonly string[] Overflows = ["never", "region", "national"];
    public static readonly string[] Channels = ["whatsapp", "facebook", "instagram", "messenger", "mastodon", "bluesky", "x", "chat"];
    public static readonly string[] TokenRoles = ["webcare", "spokesperson", "editor", "analyst", "manager", "admin"];
    public static readonly string[] FixedSlots = ["gemeente", "naam", "medewerker", "kanaal", "onderwerp", "openingstijden", "datum"];
    public static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    public static readonly string[] DayGroups = [.. Days, "weekdays", "weekend"];

    /// <summary>Most characters of an answer, per channel.</summary>
    public static readonly IReadOnlyDictionary<string, int> AnswerLimits = new Dictionary<string, int>
    {
        ["whatsapp"] = 4096,
        ["messenger"] = 2000,
        ["instagram"] = 1000,
        ["mastodon"] = 500,
        ["bluesky"] = 300,
        ["x"] = 280,
    };

    /// <summary>Every list entry has these.</summary>
    public static readonly Field[] Common =
    [
        new("id", FieldKind.Id, "Vaste naam, uniek binnen zijn kopje: kleine letters, cijfers, - en .", Required: true),
        new("title", FieldKind.Text, "Korte omschrijving.", Required: true, Max: 200),
        new("owner", FieldKind.Text, "Wie dit onderhoudt.", Required: true),
        new("reviewOn", FieldKind.Date, "Datum waarop de eigenaar dit weer bekijkt."),
        new("theme", FieldKind.Choice, "Thema; webcare als er niets staat.", Values: Themes),
        new("mandatory", FieldKind.Flag, "Lagen hieronder mogen dit niet wijzigen of uitzetten."),
        new("note", FieldKind.Text, "Toelichting voor collega's."),
        new("reason", FieldKind.Text, "Waarom deze laag afwijkt."),
        new("origin", FieldKind.Text, "Van welke gemeente dit is overgenomen: haar code.", Max: 200),
    ];

    public static readonly Field[] Defaults = [.. Common.Where(field => field.Name is "owner" or "reviewOn" or "theme")];

    public static readonly Field[] Layer =
    [
        new("title", FieldKind.Text, "Naam van de laag.", Required: true),
        new("kind", FieldKind.Choice, "Soort laag.", Required: true, Values: ["national", "province", "region", "municipality"]),
        new("members", FieldKind.Texts, "Gemeentecodes, bij een provincie of regio."),
        new("inhabitants", FieldKind.Number, "Hoeveel inwoners een gemeente heeft, om te vergelijken met even grote.", Max: 2_000_000),
        new("note", FieldKind.Text, "Toelichting voor collega's."),
    ];
}
