using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>Ids in a report by the titles colleagues know. What is not known here stays as it is.</summary>
internal sealed class EntryTitles(IReadOnlyList<EntryRow> entries)
{
    internal static readonly EntryTitles None = new([]);

    /// <summary>One value of a kind of change; several stand with commas between them.</summary>
    internal string Of(BacktestChange kind, string? value) =>
        value is null or ""
            ? ImprovementTexts.Nothing
            : string.Join(", ", value.Split(", ").Select(each => Word(each) ?? Title(kind, each)));

    private string Title(BacktestChange kind, string id) => titles.GetValueOrDefault((Section(kind), id), id);

    private static string Section(BacktestChange kind) =>
        kind switch
        {
            BacktestChange.Topic => "topics",
            BacktestChange.WorkList => "worklists",
            BacktestChange.Role => "roles",
            BacktestChange.Suggestions or BacktestChange.Acknowledgement => "answers",
            _ => "",
        };

    private static string? Word(string value) =>
        value switch
        {
            "low" => ImprovementTexts.Low,
            "normal" => ImprovementTexts.Normal,
            "high" => ImprovementTexts.High,
            "urgent" => ImprovementTexts.Urgent,
            "never" => ImprovementTexts.NeverWord,
            "region" => ImprovementTexts.RegionWord,
            "national" => ImprovementTexts.NationalWord,
            "earlier" => ImprovementTexts.Sooner,
            "later" => ImprovementTexts.Later,
            "required" or "true" => ImprovementTexts.Yes,
            "none" => ImprovementTexts.Nothing,
            _ => null,
        };

    private readonly Dictionary<(string, string), string> titles = entries
        .GroupBy(entry => (entry.Section, entry.Id))
        .ToDictionary(same => same.Key, same => same.First().Title);
}
