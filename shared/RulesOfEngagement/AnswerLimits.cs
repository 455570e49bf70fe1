namespace WebcareHub.RulesOfEngagement;

/// <summary>How long an answer may be.</summary>
public static class AnswerLimits
{
    /// <summary>Most characters of one answer on this channel; null when there is no small limit.</summary>
    public static int? Of(string channel) => Language.AnswerLimits.TryGetValue(channel, out var most) ? most : null;
}
