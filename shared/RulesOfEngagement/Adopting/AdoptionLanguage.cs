namespace WebcareHub.RulesOfEngagement;

/// <summary>The block <c>adoption</c>: its fields, for lint and schemas.</summary>
internal static class AdoptionLanguage
{
    public const string Heading = "adoption";

    public static readonly Field[] Fields =
    [
        new(
            "base",
            FieldKind.Facts,
            "Versie per laag hierboven die hier geldt waar niets anders gekozen is. Zonder base volgt alles vanzelf."
        ),
        new("follow", FieldKind.Choices, "Thema's waarvan wijzigingen vanzelf meekomen.", Values: Language.Themes),
        new("share", FieldKind.Choices, "Wat anderen van ons mogen gebruiken.", Values: ["backtest", "entries"]),
        new("choices", FieldKind.Exceptions, "Keuzes per onderdeel."),
    ];

    public static readonly Field[] Choice =
    [
        new("entry", FieldKind.Text, "Kopje en id, zoals answers/afval-gft.", Required: true),
        new("choice", FieldKind.Choice, "Overnemen of uitstellen.", Required: true, Values: ["adopt", "defer"]),
        new("layer", FieldKind.Text, "De laag hierboven waar het over gaat.", Required: true),
        new("release", FieldKind.Number, "De versie van die laag.", Required: true, Max: 1_000_000),
        new("reason", FieldKind.Text, "Waarom; nodig bij uitstellen.", Max: 1000),
        new("since", FieldKind.Date, "De dag van de keuze."),
    ];
}
