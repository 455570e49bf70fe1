using WebcareHub.Contracts.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>Somebody of a municipality. An id is unique only within it: another identity provider may give out the same one.</summary>
internal sealed record Person(string Municipality, string Id, string Name)
{
    /// <summary>One text that names this person and nobody else.</summary>
    internal string Key => $"{Municipality}/{Id}";

    /// <summary>As a release thanks them.</summary>
    internal string Credit => $"{Name} ({Municipality})";

    internal AgentRef Agent => new(Id, Name);

    internal static Person Of(string municipality, AgentRef by) => new(municipality, by.Id, by.Name);

    internal static Person Of(Caller caller) => new(caller.Municipality, caller.Id, caller.Name);

    internal bool Is(Person? other) => other is not null && other.Key == Key;
}
