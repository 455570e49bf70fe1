using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Speaking;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>What every decision of a spokesperson about a core message has to pass first.</summary>
internal static class Spoken
{
    /// <summary>Why the caller cannot decide about this version; null when they can.</summary>
    internal static Refusal? Check(Standing standing, CoreMessageState message, int version) =>
        Refused(standing, message)
        ?? (
            version == message.Issued!.Version
                ? null
                : new($"Intussen is versie {message.Issued.Version} uitgegeven. Bekijk die eerst.", Refusal.NewerVersion)
        );

    /// <summary>Whether the caller's municipality has something to decide at all.</summary>
    internal static bool May(Standing standing, CoreMessageState message) => Refused(standing, message) is null;

    private static Refusal? Refused(Standing standing, CoreMessageState message) =>
        !standing.Places.Covers(message.Issued!.Area, standing.Municipality)
            ? new("Deze kernboodschap is niet voor uw gemeente.", Refusal.NotYours)
        : !standing.IsSpokesperson ? new("Alleen een woordvoerder van uw gemeente beslist hierover.", Refusal.NotYours)
        : message.Withdrawn is not null ? new("Deze kernboodschap is ingetrokken.", Refusal.Conflict)
        : null;

    /// <summary>Whether the municipality did exactly this already.</summary>
    internal static bool Did(Standing standing, CoreMessageState message, CoreMessageStand stand, string? words) =>
        message.Stands.GetValueOrDefault(standing.Municipality) is { } did
        && did.Stand == stand
        && did.Version == message.Issued!.Version
        && (did.Said ?? did.Reason) == words;
}
