namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>The broker has not confirmed: it is away, full, or knows no such queue. The caller answers 503 and the platform delivers again.</summary>
public sealed class BrokerAwayException : Exception
{
    /// <summary>With the reason, and what the client library said.</summary>
    public BrokerAwayException(string message, Exception? inner = null)
        : base(message, inner) { }
}
