using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.ServiceDefaults;

/// <summary>Who asks, and for which municipality. Filled once at the edge from the token.</summary>
/// <param name="Id">Subject, unique within the issuer.</param>
/// <param name="Name">Shown to colleagues.</param>
/// <param name="Municipality">CBS code, or the tenant of its exercise; the only one this caller may touch, beside open pool work.</param>
/// <param name="Roles">webcare, spokesperson, editor, analyst, manager, admin.</param>
public sealed record Caller(string Id, string Name, string Municipality, IReadOnlyList<string> Roles)
{
    /// <summary>The caller as events record it.</summary>
    public AgentRef Agent => new(Id, Name);

    /// <summary>CBS code of the municipality itself, also in an exercise.</summary>
    public string Home => Exercise.Real(Municipality);

    /// <summary>Whether they work in an exercise.</summary>
    public bool Exercises => Exercise.Is(Municipality);
}
