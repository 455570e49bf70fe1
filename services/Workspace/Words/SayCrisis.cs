using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Workspace.Words;

/// <summary>Codes of crises as words on the screen.</summary>
internal static class SayCrisis
{
    internal static string Phase(CrisisPhase phase) =>
        phase switch
        {
            CrisisPhase.Proposed => CrisisTexts.PhaseProposed,
            CrisisPhase.Prepared => CrisisTexts.PhasePrepared,
            CrisisPhase.Asked => CrisisTexts.PhaseAsked,
            CrisisPhase.Declared => CrisisTexts.PhaseDeclared,
            CrisisPhase.ScaledUp => CrisisTexts.PhaseScaledUp,
            CrisisPhase.ScaledDown => CrisisTexts.PhaseScaledDown,
            CrisisPhase.Ended => CrisisTexts.PhaseEnded,
            CrisisPhase.Aftermath => CrisisTexts.PhaseAftermath,
            CrisisPhase.Evaluation => CrisisTexts.PhaseEvaluation,
            CrisisPhase.Closed => CrisisTexts.PhaseClosed,
            _ => CrisisTexts.PhaseSetAside,
        };

    internal static string Approves(ApprovingRole role) =>
        role switch
        {
            ApprovingRole.HeadOfCommunication => CrisisTexts.ApprovesHead,
            ApprovingRole.MayorsLine => CrisisTexts.ApprovesMayor,
            _ => CrisisTexts.ApprovesRegion,
        };

    internal static string Pool(string pool) =>
        pool switch
        {
            "region" => CrisisTexts.PoolRegion,
            "national" => CrisisTexts.PoolNational,
            _ => pool,
        };

    /// <summary>What stands still, as part of a sentence.</summary>
    internal static string Paused(string kind) =>
        kind switch
        {
            "acknowledgements" => CrisisTexts.PausedAcknowledgements,
            "plannedSends" => CrisisTexts.PausedPlannedSends,
            "surveys" => CrisisTexts.PausedSurveys,
            _ => kind,
        };

    /// <summary>"Regio Wadden (5 gemeenten) en Zwolle"; "nergens" when it is empty.</summary>
    internal static string Scope(IReadOnlyList<ScopePart> parts) => parts.Count == 0 ? CrisisTexts.Nowhere : And([.. parts.Select(Part)]);

    internal static string Part(ScopePart part) =>
        part.Municipalities == 1
            ? part.Name
            : Format(CrisisTexts.NameWithMunicipalities, part.Name, SayImprovements.Number(part.Municipalities));

    /// <summary>"a, b en c".</summary>
    internal static string And(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : Format(CrisisTexts.And, string.Join(", ", names.SkipLast(1)), names[^1]);

    /// <summary>"8.05": minutes and seconds that are left; never below nothing.</summary>
    internal static string Left(TimeSpan left) =>
        left <= TimeSpan.Zero ? CrisisTexts.NoTimeLeft
        : left.TotalMinutes < 1 ? Format(CrisisTexts.SecondsLeft, (int)Math.Ceiling(left.TotalSeconds))
        : Format(CrisisTexts.MinutesSecondsLeft, (int)left.TotalMinutes, left.Seconds);

    /// <summary>In whole minutes, for who listens.</summary>
    internal static string MinutesLeft(TimeSpan left) =>
        left <= TimeSpan.Zero ? CrisisTexts.NoTimeLeft : Format(CrisisTexts.MinutesLeft, (int)Math.Ceiling(left.TotalMinutes));

    internal static string Format(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
