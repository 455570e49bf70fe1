using WebcareHub.Contracts.Conversations;

namespace WebcareHub.ServiceDefaults;

/// <summary>Who asks, and for which municipality. Filled once at the edge from the token.</summary>
/// <param name="Id">Subject, unique within the issuer.</param>
/// <param name="Name">Shown to colleagues.</param>
/// <param name="Municipality">CBS code; the only one this caller may touch, beside open pool work.</param>
/// <param name="Roles">webcare, spokesperson, editor, analyst, manager, admin.</param>
public sealed record Caller(string Id, string Name, string Municipality, IReadOnlyList<string> Roles)
{
    /// <summary>The caller as events record it.</summary>
    public AgentRef Agent => new(Id, Name);
}
