using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>Takes an offered entry over, with the entries it leans on.</summary>
internal static class Adopt
{
    /// <param name="seen">The release the colleague saw on offer; null for the newest.</param>
    internal static Chosen Decide(Chooser chooser, string section, string id, int? seen)
    {
        var offers = chooser.Offers.ToList();
        var wanted = offers.Where(offer => offer.Section == section && offer.Id == id).ToList();
        if (wanted.Count == 0)
        {
            return chooser.Entry(section, id) is { } entry
                ? new Chosen.Already($"'{entry.Title}' geldt hier al in de nieuwste vorm.")
                : Chosen.Refuse("Dit onderdeel is er niet", $"De lagen hierboven bieden '{id}' niet aan.", 404);
        }

        if (wanted.Exists(offer => offer.Mandatory))
        {
            return new Chosen.Already($"'{wanted[0].Title}' is verplicht en geldt hier al. {wanted[0].Why}".TrimEnd());
        }

        if (seen is not null && wanted.TrueForAll(offer => offer.Release != seen))
        {
            return Chosen.Refuse(
                "Er is intussen een nieuwere versie",
                $"'{wanted[0].Title}' is intussen gewijzigd in versie {wanted[^1].Release}. Bekijk die eerst.",
                409
            );
        }

        var needed = WithNeeds(wanted, offers);
        var files = needed.Aggregate(chooser.Files, (files, offer) => AdoptionText.Choose(files, Choice(offer, chooser.Today)));
        return new Chosen.Publish(files, Said(chooser, wanted[^1], [.. needed.Except(wanted)]));
    }

    internal static EntryChoice Choice(Offer offer, DateOnly today) =>
        new(offer.Section, offer.Id, ChoiceKind.Adopt, offer.Layer, offer.Release ?? 1, null, today);

    private static List<Offer> WithNeeds(List<Offer> wanted, List<Offer> offers)
    {
        var all = wanted.ToList();
        for (var at = 0; at < all.Count; at++)
        {
            all.AddRange(
                offers.Where(offer => !offer.Mandatory && !all.Contains(offer) && all[at].Needs.Contains($"{offer.Section}/{offer.Id}"))
            );
        }

        return all;
    }

    private static string Said(Chooser chooser, Offer offer, IReadOnlyList<Offer> besides)
    {
        var from = $"({chooser.Edition.NameOf(offer.Layer)}, versie {offer.Release})";
        var what =
            offer.Kind == OfferKind.Withdrawn ? $"'{offer.Title}' geldt hier niet meer {from}." : $"Overgenomen: '{offer.Title}' {from}.";
        return besides.Count == 0 ? what : $"{what} Daar hoort bij: {string.Join(", ", besides.Select(each => $"'{each.Title}'"))}.";
    }
}
