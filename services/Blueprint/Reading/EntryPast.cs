using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Reading;

/// <summary>How one layer wrote an entry over time: a step per release that changed its text.</summary>
internal sealed record EntryPast(IReadOnlyList<EntryPast.Step> Steps)
{
    /// <param name="Text">As written from this release on; null from the release that took it out.</param>
    internal sealed record Step(ReleasePublished Release, EntryPlace? Place, string? Text);

    internal static EntryPast Of(Layer layer, string section, string id)
    {
        var steps = new List<Step>();
        var (file, content) = ("", (string?)null);
        foreach (var release in layer.Releases)
        {
            if (content is not null && release.Files.GetValueOrDefault(file) == content)
            {
                continue;
            }

            var place = EntryText.Find(release.Files, section, id);
            var text = place is null ? null : EntryText.Read(release.Files, place);
            (file, content) = place is null ? ("", null) : (place.File, release.Files[place.File]);
            if (text != (steps.Count == 0 ? null : steps[^1].Text))
            {
                steps.Add(new Step(release, place, text));
            }
        }

        return new(steps);
    }

    /// <summary>The step whose text held at a release; null when it was not there then.</summary>
    internal Step? At(int release) => Steps.LastOrDefault(step => step.Release.Number <= release) is { Text: not null } step ? step : null;

    /// <summary>What each step did to the entry, Dutch.</summary>
    internal IEnumerable<(Step Step, string What)> InWords() =>
        Steps.Select((step, at) => (step, Sentence(step, at == 0 ? null : Steps[at - 1])));

    private static string Sentence(Step step, Step? before) =>
        (step, before) switch
        {
            ({ Text: null }, _) => $"Versie {step.Release.Number} haalde dit weg.",
            ({ Place.Mode: "off" }, _) => $"Versie {step.Release.Number} zette dit uit.",
            (_, null or { Text: null }) when step.Place!.Mode == "adjust" => $"Versie {step.Release.Number} paste dit aan.",
            (_, null or { Text: null }) => $"Versie {step.Release.Number} voegde dit toe.",
            _ => $"Versie {step.Release.Number} wijzigde dit.",
        };
}
