using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>Puts an offered entry off, with a reason.</summary>
internal static class Defer
{
    internal static Chosen Decide(Chooser chooser, string section, string id, string? reason)
    {
        var offers = chooser.Offers.Where(offer => offer.Section == section && offer.Id == id).ToList();
        if (offers.Count == 0)
        {
            return chooser.IsPinned
                ? Chosen.Refuse("Er valt niets uit te stellen", $"De lagen hierboven bieden '{id}' nu niet aan.", 404)
                : Chosen.Refuse("Er valt niets uit te stellen", "U volgt alles vanzelf. Kies eerst om niet meer alles te volgen.");
        }

        if (offers.Find(offer => offer.Mandatory) is { } mandatory)
        {
            return Chosen.Refuse("Dit is verplicht", $"'{mandatory.Title}' kan niet worden uitgesteld. {mandatory.Why}".TrimEnd());
        }

        if (Reasons.Missing(reason) is { } missing)
        {
            return missing;
        }

        var files = offers.Aggregate(
            chooser.Files,
            (files, offer) =>
                AdoptionText.Choose(
                    files,
                    new(offer.Section, offer.Id, ChoiceKind.Defer, offer.Layer, offer.Release ?? 1, reason!.Trim(), chooser.Today)
                )
        );
        return new Chosen.Publish(files, $"Uitgesteld: '{offers[^1].Title}'. {reason!.Trim()}");
    }
}

/// <summary>A choice that others will wonder about says why.</summary>
internal static class Reasons
{
    private const int Most = 1000;

    internal static Chosen? Missing(string? reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? Chosen.Refuse("Vertel waarom", "Schrijf in een zin waarom. Collega's van andere gemeenten leren daarvan.")
        : reason.Length > Most ? Chosen.Refuse("De reden is te lang", "Een reden past in duizend tekens.")
        : null;
}
