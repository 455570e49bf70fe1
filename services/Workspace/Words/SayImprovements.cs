using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Workspace.Words;

/// <summary>Codes of ideas, proposals and care as words on the screen. What is new and unknown here stays as the service wrote it.</summary>
internal static class SayImprovements
{
    internal static string Status(IdeaStatus status) =>
        status switch
        {
            IdeaStatus.Open => ImprovementTexts.IdeaOpen,
            IdeaStatus.TakenUp => ImprovementTexts.IdeaTakenUp,
            IdeaStatus.Realised => ImprovementTexts.IdeaRealised,
            IdeaStatus.Declined => ImprovementTexts.IdeaDeclined,
            _ => ImprovementTexts.IdeaWithdrawn,
        };

    internal static string Status(ProposalStatus status) =>
        status switch
        {
            ProposalStatus.Draft => ImprovementTexts.ProposalDraft,
            ProposalStatus.Offered => ImprovementTexts.ProposalOffered,
            ProposalStatus.Accepted => ImprovementTexts.ProposalAccepted,
            ProposalStatus.Declined => ImprovementTexts.ProposalDeclined,
            ProposalStatus.Withdrawn => ImprovementTexts.ProposalWithdrawn,
            _ => ImprovementTexts.ProposalReleased,
        };

    internal static string Stage(FormulaStage stage) =>
        stage switch
        {
            FormulaStage.Recognised => ImprovementTexts.StageRecognised,
            FormulaStage.Inventoried => ImprovementTexts.StageInventoried,
            FormulaStage.Qualified => ImprovementTexts.StageQualified,
            FormulaStage.Copied => ImprovementTexts.StageCopied,
            _ => ImprovementTexts.StageDeveloped,
        };

    /// <summary>One of a heading of the blueprint: <c>rules</c> is "regel".</summary>
    internal static string Section(string section) =>
        section switch
        {
            "topics" => ImprovementTexts.SectionTopic,
            "rules" => ImprovementTexts.SectionRule,
            "answers" => ImprovementTexts.SectionAnswer,
            "servicelevels" => ImprovementTexts.SectionServiceLevel,
            "hours" => ImprovementTexts.SectionHours,
            "overflow" => ImprovementTexts.SectionOverflow,
            "scenarios" => ImprovementTexts.SectionScenario,
            "guidelines" => ImprovementTexts.SectionGuideline,
            "principles" => ImprovementTexts.SectionPrinciple,
            "templates" => ImprovementTexts.SectionTemplate,
            "wordlists" => ImprovementTexts.SectionWordList,
            _ => section,
        };

    /// <summary>What became of an entry between two releases.</summary>
    internal static string Change(string change) =>
        change switch
        {
            "added" => ImprovementTexts.ChangeAdded,
            "removed" => ImprovementTexts.ChangeRemoved,
            "moved" => ImprovementTexts.ChangeMoved,
            _ => ImprovementTexts.ChangeChanged,
        };

    /// <summary>A kind of finding as the head above them.</summary>
    internal static string FindingKind(string kind) =>
        kind switch
        {
            "contradiction" => ImprovementTexts.FindingContradiction,
            "shadowed" => ImprovementTexts.FindingShadowed,
            "dead-answer" => ImprovementTexts.FindingDeadAnswer,
            "silent-words" or "never-matches" => ImprovementTexts.FindingSilentWords,
            "expired" => ImprovementTexts.FindingExpired,
            "expires-soon" => ImprovementTexts.FindingExpiresSoon,
            "overdue" or "review-overdue" => ImprovementTexts.Overdue,
            "no-owner" => ImprovementTexts.FindingNoOwner,
            _ => ImprovementTexts.FindingOther,
        };

    /// <summary>"1 stem", "3 stemmen".</summary>
    internal static string Count(int count, string one, string many) =>
        string.Format(CultureInfo.CurrentCulture, count == 1 ? one : many, Number(count));

    /// <summary>Dutch notation: 1.234.</summary>
    internal static string Number(long number) => number.ToString("N0", Dutch);

    /// <summary>A share of a whole in words a reader can picture: "12 %"; "minder dan 1 %" when it is not nothing.</summary>
    internal static string Share(long part, long whole) =>
        whole == 0 || part == 0 ? ImprovementTexts.None
        : part * 100 < whole ? ImprovementTexts.LessThanOnePercent
        : string.Format(Dutch, ImprovementTexts.Percent, Math.Round(part * 100.0 / whole));

    /// <summary>"21 november 2026".</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"november 2026".</summary>
    internal static string Month(DateOnly day) => day.ToString("MMMM yyyy", Dutch);

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
}
