using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Crisis.Surroundings;

/// <summary>What the analyst is typing.</summary>
internal sealed class AdviceDraft
{
    internal string Information { get; set; } = "";

    internal string Damage { get; set; } = "";

    internal string Meaning { get; set; } = "";

    internal string CoreMessage { get; set; } = "";

    /// <summary>In Dutch local time.</summary>
    internal DateTime? NextDue { get; set; }

    internal EnvironmentAdvice Written =>
        new(Information.Trim(), Damage.Trim(), Meaning.Trim(), CoreMessage.Trim(), NextDue is { } local ? DutchTime.AtLocal(local) : null);

    internal static AdviceDraft Of(EnvironmentAdvice advice) =>
        new()
        {
            Information = advice.Information,
            Damage = advice.Damage,
            Meaning = advice.Meaning,
            CoreMessage = advice.CoreMessage,
            NextDue = advice.NextDue is { } at ? DutchTime.LocalTime(at) : null,
        };
}
