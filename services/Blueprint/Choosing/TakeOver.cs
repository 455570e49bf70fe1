using WebcareHub.Blueprint.Publishing;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>Copies an own entry of another municipality that shares hers. Where it comes from stays with it.</summary>
internal static class TakeOver
{
    internal static Chosen Decide(Chooser chooser, string section, string id, string? from)
    {
        if (
            from is null
            || from == chooser.Layer
            || !LayerCode.IsMunicipality(from)
            || SharedText(chooser, section, id, from) is not { } text
        )
        {
            return Chosen.Refuse("Dit onderdeel is er niet", "Die gemeente deelt dit onderdeel niet.", 404);
        }

        if (chooser.Entry(section, id) is { } known)
        {
            return Chosen.Refuse(
                "Dit onderdeel hebt u al",
                $"'{known.Title}' heeft hier dezelfde naam ({id}). Pas dat aan in een concept.",
                409
            );
        }

        var title = Catalogue.FieldOf(text, "title") ?? id;
        return new Chosen.Publish(
            EntryText.Write(chooser.Files, section, id, DeviatingText.Copy(text, from, Owner(chooser))),
            $"Overgenomen van {chooser.Edition.NameOf(from)}: '{title}'."
        );
    }

    private static string? SharedText(Chooser chooser, string section, string id, string from) =>
        chooser.Edition.Shares(from)
        && SharedSections.Contains(section)
        && EntryText.Find(chooser.Edition.Files(from), section, id) is { Mode: "add" } place
            ? EntryText.Read(chooser.Edition.Files(from), place)
            : null;

    /// <summary>What is worth copying; how a municipality is organised stays at home.</summary>
    internal static readonly string[] SharedSections =
    [
        "topics",
        "rules",
        "answers",
        "guidelines",
        "principles",
        "wordlists",
        "plainwords",
    ];

    private static string Owner(Chooser chooser)
    {
        var name = chooser.Edition.NameOf(chooser.Layer);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
