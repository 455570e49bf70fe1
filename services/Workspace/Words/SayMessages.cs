using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Workspace.Words;

/// <summary>Codes of core messages, alike questions, rumours and waves as words on the screen.</summary>
internal static class SayMessages
{
    internal static string Stand(CoreMessageStand stand) =>
        stand switch
        {
            CoreMessageStand.Released => CrisisTexts.StandReleased,
            CoreMessageStand.Localised => CrisisTexts.StandLocalised,
            CoreMessageStand.Declined => CrisisTexts.StandDeclined,
            _ => CrisisTexts.StandOffered,
        };

    internal static string State(AnswerToManyState state) =>
        state switch
        {
            AnswerToManyState.Undoable => CrisisTexts.ManyUndoable,
            AnswerToManyState.Sending => CrisisTexts.ManySending,
            AnswerToManyState.Open => CrisisTexts.ManyOpen,
            AnswerToManyState.Done => CrisisTexts.ManyDone,
            AnswerToManyState.Undone => CrisisTexts.ManyUndone,
            _ => CrisisTexts.ManyStopped,
        };

    internal static string Status(RumourStatus status) =>
        status switch
        {
            RumourStatus.False => CrisisTexts.RumourFalse,
            RumourStatus.True => CrisisTexts.RumourTrue,
            _ => CrisisTexts.RumourNotVerified,
        };

    internal static string State(WaveState state) =>
        state switch
        {
            WaveState.Running => CrisisTexts.WaveRunning,
            WaveState.Stopped => CrisisTexts.WaveStopped,
            _ => CrisisTexts.WaveDone,
        };

    /// <summary>"WhatsApp", "Facebook, openbaar".</summary>
    internal static string Place(AlikePart part) =>
        part.Visibility == Contracts.Visibility.Public
            ? $"{Say.Channel(part.Channel)}, {Texts.Public.ToLowerInvariant()}"
            : Say.Channel(part.Channel);

    /// <summary>Seconds as a duration somebody pictures: "48 s", "3 min", "1 u".</summary>
    internal static string Duration(double? seconds) =>
        seconds switch
        {
            null => CrisisTexts.NotYet,
            < 60 => SayCrisis.Format(CrisisTexts.InSeconds, Math.Round(seconds.Value)),
            < 3600 => SayCrisis.Format(CrisisTexts.InMinutes, Math.Round(seconds.Value / 60)),
            _ => SayCrisis.Format(CrisisTexts.InHours, (int)(seconds.Value / 3600), (int)(seconds.Value % 3600 / 60)),
        };
}
