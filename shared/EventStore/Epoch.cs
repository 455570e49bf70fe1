namespace WebcareHub.EventStore;

/// <summary>What is in force, in one row: every routing transaction reads it, so that no message is decided by half a release.</summary>
/// <param name="Number">Only ever higher.</param>
/// <param name="Releases">Release number per layer.</param>
public sealed record Epoch(long Number, IReadOnlyDictionary<string, int> Releases);
