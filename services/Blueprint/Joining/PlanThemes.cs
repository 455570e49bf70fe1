using System.Globalization;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using EntryState = WebcareHub.Contracts.Api.EntryState;

namespace WebcareHub.Blueprint.Joining;

/// <summary>What a municipality does by theme: chosen, different, put off.</summary>
internal sealed class PlanThemes(Edition edition, string municipality, IReadOnlyList<CatalogueEntry> entries)
{
    internal const string Goals = "goals";
    private const int MostReviews = 10;
    private static readonly string[] Themes = ["webcare", "monitoring", "woordvoering"];

    private readonly Dictionary<(string, string), string?> _reasons = (
        edition.Blueprint.Layers.FirstOrDefault(layer => layer.Code == municipality)?.Adoption.Choices ?? []
    )
        .DistinctBy(choice => (choice.Section, choice.Id))
        .ToDictionary(choice => (choice.Section, choice.Id), choice => choice.Reason);

    internal IReadOnlyList<PlanTheme> All() => [.. Themes.Select(Of)];

    /// <summary>What holds and is looked at again, the first coming first.</summary>
    internal IReadOnlyList<PlanReview> Reviews() =>
        [
            .. entries
                .Where(entry => entry.ReviewOn is not null && StateOf(entry) is not (EntryState.Offered or EntryState.Off))
                .OrderBy(entry => entry.ReviewOn)
                .Take(MostReviews)
                .Select(entry => new PlanReview(entry.Section, entry.Id, entry.Title, entry.Owner, entry.ReviewOn!.Value)),
        ];

    internal static PlanGoal Goal(CatalogueEntry entry)
    {
        var fields = entry.Fields.ToDictionary(field => field.Name, field => field.Value);
        var by = DateOnly.TryParse(fields.GetValueOrDefault("by"), CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        return new(
            entry.Id,
            entry.Title,
            entry.Theme,
            fields.GetValueOrDefault("text", ""),
            fields.GetValueOrDefault("measure"),
            entry.Owner,
            by
        );
    }

    private PlanTheme Of(string theme)
    {
        var here = entries
            .Where(entry => entry.Theme == theme && entry.Section is not (Goals or "voice" or "retention" or "satisfaction"))
            .ToList();
        return new(
            theme,
            here.Count(entry => StateOf(entry) is not (EntryState.Offered or EntryState.Off)),
            Those(here, EntryState.Adopted),
            Those(here, EntryState.Deviates, EntryState.Off, EntryState.Own),
            Those(here, EntryState.Deferred),
            here.Count(entry => StateOf(entry) == EntryState.Offered)
        );
    }

    private IReadOnlyList<PlanEntry> Those(List<CatalogueEntry> here, params EntryState[] states) =>
        [
            .. here.Where(entry => states.Contains(StateOf(entry)))
                .Select(entry => new PlanEntry(
                    entry.Section,
                    entry.Id,
                    entry.Title,
                    StateOf(entry),
                    entry.Reason ?? _reasons.GetValueOrDefault((entry.Section, entry.Id))
                )),
        ];

    private static EntryState StateOf(CatalogueEntry entry) => Shown.State(entry.Standing);
}
