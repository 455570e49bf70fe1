using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>Follows a theme, so that its changes come in by themselves, or chooses entry by entry again.</summary>
internal static class Themes
{
    private static readonly string[] All = ["monitoring", "webcare", "woordvoering"];

    internal static Chosen Decide(Chooser chooser, string? theme, bool follow)
    {
        if (theme is null || !All.Contains(theme))
        {
            return Chosen.Refuse("Dit thema bestaat niet", $"Kies uit {string.Join(", ", All)}.");
        }

        return follow ? Follow(chooser, theme) : Unfollow(chooser, theme);
    }

    private static Chosen Follow(Chooser chooser, string theme)
    {
        if (!chooser.IsPinned || chooser.Adoption.Follow.Contains(theme))
        {
            return new Chosen.Already($"U volgt {theme} al: wijzigingen komen vanzelf mee.");
        }

        // A choice about an entry of a followed theme does nothing any more.
        var files = AdoptionText.Forget(chooser.Files, choice => chooser.Entry(choice.Section, choice.Id)?.Theme == theme);
        files = AdoptionText.Follow(files, chooser.Adoption.Follow.Append(theme));
        return new Chosen.Publish(files, $"Wij volgen {theme}: wijzigingen komen vanzelf mee.");
    }

    /// <summary>What holds today stays: without a base today's releases become it, and beside an older one today's forms are taken over.</summary>
    private static Chosen Unfollow(Chooser chooser, string theme)
    {
        var said = $"Wij volgen {theme} niet meer vanzelf: over elke wijziging kiezen wij zelf.";
        if (!chooser.IsPinned)
        {
            var pinned = AdoptionText.Follow(AdoptionText.Base(chooser.Files, chooser.Above()), All.Where(each => each != theme));
            return new Chosen.Publish(pinned, said);
        }

        if (!chooser.Adoption.Follow.Contains(theme))
        {
            return new Chosen.Already($"U kiest bij {theme} al zelf.");
        }

        var files = AdoptionText.Follow(chooser.Files, chooser.Adoption.Follow.Where(each => each != theme));
        var loose = chooser.OffersWith(files).Where(offer => offer.Theme == theme && !offer.Mandatory);
        return new Chosen.Publish(
            loose.Aggregate(files, (files, offer) => AdoptionText.Choose(files, Adopt.Choice(offer, chooser.Today))),
            said
        );
    }
}
