using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Routing.Alike;

/// <summary>The words that most questions of a group share. What one person alone wrote never shows.</summary>
internal static class CommonWords
{
    private const int Most = 6;

    /// <param name="questions">The words of each question, one per resident.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<Wording.Word>> questions)
    {
        var needed = Math.Max(2, (questions.Count + 1) / 2);
        return
        [
            .. questions
                .SelectMany(words => words.DistinctBy(word => word.Folded))
                .GroupBy(word => word.Folded)
                .Select(same => (Word: same.CountBy(word => word.Written).MaxBy(written => written.Value).Key, Count: same.Count()))
                .Where(word => word.Count >= needed)
                .OrderByDescending(word => word.Count)
                .Take(Most)
                .Select(word => word.Word),
        ];
    }
}
