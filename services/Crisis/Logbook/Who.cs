using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Crisis.Switching;

namespace WebcareHub.Crisis.Logbook;

/// <summary>Who did it, from where and when.</summary>
internal sealed record Who(DateTimeOffset At, AgentRef By, string Municipality)
{
    /// <param name="did">What follows the name: "schaalde af."</param>
    internal CrisisLogLine Line(string kind, string did, string? why, Layers layers)
    {
        var town = layers.Name(Exercise.Real(Municipality));
        return new(At, kind, $"{By.Name} ({town}) {did}", why, By.Name, town);
    }

    /// <summary>Nobody did it: the hub.</summary>
    internal static CrisisLogLine Hub(DateTimeOffset at, string kind, string sentence) => new(at, kind, sentence, null, null, null);
}
