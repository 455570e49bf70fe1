using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>An entry of above is different here, does not hold here, or holds as above again.</summary>
internal static class Deviate
{
    /// <summary>Opens a draft that begins with what is written above.</summary>
    internal static Chosen Adjust(Chooser chooser, string section, string id, string? reason)
    {
        if (EntryText.Find(chooser.Files, section, id) is { Mode: not "off" } own)
        {
            return new Chosen.Draft(new(section, id, EntryText.Read(chooser.Files, own)), "Uw eigen tekst staat klaar in een concept.");
        }

        return Refuse(chooser, section, id, reason)
            ?? (
                chooser.TextAbove(section, id) is { } above
                    ? new Chosen.Draft(
                        new(section, id, DeviatingText.Adjust(id, above, reason!.Trim())),
                        "Er staat een concept klaar. Pas de tekst aan en publiceer het."
                    )
                    : Chosen.Refuse("Dit onderdeel is er niet", $"De lagen hierboven hebben geen '{id}'.", 404)
            );
    }

    internal static Chosen Off(Chooser chooser, string section, string id, string? reason)
    {
        if (EntryText.Find(chooser.Files, section, id) is { Mode: "add" })
        {
            return Chosen.Refuse("Dit is een eigen onderdeel", "Haal het in een concept weg; uitzetten is voor wat van boven komt.");
        }

        return Refuse(chooser, section, id, reason)
            ?? new Chosen.Publish(
                EntryText.Write(chooser.Files, section, id, DeviatingText.Off(id, reason!.Trim())),
                $"Uitgezet: '{chooser.Entry(section, id)!.Title}'. {reason!.Trim()}"
            );
    }

    /// <summary>Takes the own adjustment or switch-off back.</summary>
    internal static Chosen Return(Chooser chooser, string section, string id) =>
        EntryText.Find(chooser.Files, section, id) switch
        {
            null => new Chosen.Already("Hier wijkt u niet af."),
            { Mode: "add" } => Chosen.Refuse("Dit is een eigen onderdeel", "Er is hierboven niets om naar terug te gaan."),
            _ => new Chosen.Publish(
                EntryText.Write(chooser.Files, section, id, null),
                $"'{chooser.Entry(section, id)?.Title ?? id}' geldt weer zoals hierboven."
            ),
        };

    private static Chosen? Refuse(Chooser chooser, string section, string id, string? reason) =>
        chooser.Entry(section, id) switch
        {
            null => Chosen.Refuse("Dit onderdeel is er niet", $"De lagen hierboven hebben geen '{id}'.", 404),
            { Mandatory: true } entry => Chosen.Refuse(
                "Dit is verplicht",
                $"'{entry.Title}' geldt in elke gemeente en kan hier niet anders."
            ),
            { Standing: EntryStanding.Offered } entry => Chosen.Refuse(
                "Neem het eerst over",
                $"'{entry.Title}' geldt hier nog niet. Neem het over, dan kunt u het aanpassen."
            ),
            { Section: "voice" or "retention" or "satisfaction" } => Chosen.Refuse(
                "Dit past u zelf aan",
                "Open een concept van uw eigen laag en wijzig dit blok daar."
            ),
            _ => Reasons.Missing(reason),
        };
}
