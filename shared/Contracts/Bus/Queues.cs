namespace WebcareHub.Contracts.Bus;

/// <summary>Names of queues and headers, kebab-case.</summary>
public static class Queues
{
    /// <summary>Hot path: ingest to routing.</summary>
    public const string RoutingInbound = "routing.inbound";

    /// <summary>Outcomes of sends and files, channel to routing (MassTransit).</summary>
    public const string RoutingOutcomes = "routing.outcomes";

    /// <summary>Where far more comes in than usual, routing to crisis (MassTransit).</summary>
    public const string CrisisInflow = "crisis.inflow";

    /// <summary>Replies to send, decisions about their parts and files to fetch, relay to a channel (MassTransit): <c>whatsapp.reply-requested</c>.</summary>
    public static string RepliesFor(string channel) => $"{channel}.reply-requested";

    /// <summary>Residents to forget, Routing to a channel (MassTransit).</summary>
    public static string ErasuresFor(string channel) => $"{channel}.resident-erased";

    /// <summary>Statuses of earlier sends, webhook to the same channel's consumer (hot path).</summary>
    public static string StatusesFor(string channel) => $"{channel}.statuses";

    /// <summary>Whether this is a queue of a channel: what lies there may end up at a platform.</summary>
    public static bool IsOfChannel(string queue) => Channel.All.Any(channel => queue.StartsWith($"{channel}.", StringComparison.Ordinal));
}

/// <summary>Headers on every hot-path message, beside AMQP's own message id.</summary>
public static class BusHeaders
{
    /// <summary>W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>Contract version, a whole number; additive change only.</summary>
    public const string Version = "webcare-version";

    /// <summary>CBS code of the municipality, absent when unknown.</summary>
    public const string Municipality = "webcare-municipality";
}
