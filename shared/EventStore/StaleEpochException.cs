namespace WebcareHub.EventStore;

/// <summary>Another epoch holds than the one a transaction decided by; nothing was written.</summary>
public sealed class StaleEpochException() : Exception("Another epoch holds.");
