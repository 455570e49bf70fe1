using WebcareHub.RulesOfEngagement;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>
/// The words a group may be told by: those the blueprint itself uses. What residents call one another, themselves or their street is not among
/// them, however many write it and however they spell it.
/// </summary>
internal sealed class SafeWords
{
    // A shorter beginning is the beginning of anything.
    private const int ShortestBeginning = 4;
    private readonly HashSet<string> _words = [];
    private readonly string[] _beginnings;

    internal SafeWords(EffectiveBlueprint blueprint, Scenario? scenario)
    {
        var written = Texts(blueprint, scenario).OfType<string>().SelectMany(text => text.Split('.', '?', '\n'));
        _words.UnionWith(written.SelectMany(sentence => Wording.Of(sentence, null)).Select(word => word.Folded));
        var looked = blueprint
            .Topics.SelectMany(topic => topic.Words)
            .Concat(scenario?.Signs.SelectMany(sign => sign.Words) ?? [])
            .ToArray();
        _words.UnionWith(looked.Where(word => !word.Contains('*')).SelectMany(word => word.Split(' ')).Select(Folded.Of));
        _beginnings =
        [
            .. looked
                .Where(word => word.EndsWith('*') && !word.StartsWith('*'))
                .Select(word => Folded.Of(word[..^1]))
                .Where(Long)
                .Distinct(),
        ];
    }

    internal bool Holds(Wording.Word word) =>
        _words.Contains(word.Folded) || _beginnings.Any(beginning => word.Folded.StartsWith(beginning, StringComparison.Ordinal));

    private static bool Long(string beginning) => beginning.Length >= ShortestBeginning && beginning.All(char.IsLetter);

    private static IEnumerable<string?> Texts(EffectiveBlueprint blueprint, Scenario? scenario) =>
        [
            .. blueprint.Topics.Select(topic => topic.Title),
            .. blueprint.Answers.Select(answer => answer.Text),
            .. blueprint.Guidelines.Select(guideline => guideline.Text),
            .. blueprint.Waves.Where(wave => wave.Scenario == scenario?.Id).SelectMany(wave => wave.Sentences.Concat(wave.Again)),
            scenario?.Title,
            scenario?.Text,
            .. scenario?.ActionPerspective ?? [],
            .. scenario?.Checklist ?? [],
            .. scenario?.CoreMessages.Select(message => message.Text) ?? [],
        ];
}
