using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>The counts of an environment analysis as words on the screen.</summary>
internal static class SaySurroundings
{
    /// <summary>"1.234", or "minder dan 5".</summary>
    internal static string Count(int? count) => count is { } known ? SayImprovements.Number(known) : CrisisTexts.FewerThanFive;

    /// <summary>What hides a part of a total may be larger than what is small.</summary>
    internal static string Part(int? count) => count is { } known ? SayImprovements.Number(known) : CrisisTexts.CountHidden;

    /// <summary>"14 u".</summary>
    internal static string Hour(DateTimeOffset at) => $"{DutchTime.LocalTime(at).Hour} u";

    /// <summary>The words a group shares.</summary>
    internal static string Words(EnvironmentQuestion question) =>
        question.Words.Count == 0 ? CrisisTexts.NoSharedWords : string.Join(" ", question.Words);

    internal static string Trend(EnvironmentTrend trend) =>
        trend switch
        {
            EnvironmentTrend.Rising => CrisisTexts.TrendRising,
            EnvironmentTrend.Falling => CrisisTexts.TrendFalling,
            EnvironmentTrend.NotYet => CrisisTexts.TrendNotYet,
            _ => CrisisTexts.TrendSame,
        };

    internal static string Answered(EnvironmentAnswered answered) =>
        answered switch
        {
            EnvironmentAnswered.Yes => CrisisTexts.AnsweredYes,
            EnvironmentAnswered.Partly => CrisisTexts.AnsweredPartly,
            _ => CrisisTexts.AnsweredNo,
        };
}
