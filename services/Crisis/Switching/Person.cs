using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Crisis.Switching;

/// <summary>Somebody of a municipality. An id is unique only within it: another identity provider may give out the same one.</summary>
internal sealed record Person(string Municipality, AgentRef Agent)
{
    internal bool Is(Person? other) => other is not null && (other.Municipality, other.Agent.Id) == (Municipality, Agent.Id);
}
