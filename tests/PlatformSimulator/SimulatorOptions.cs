namespace WebcareHub.PlatformSimulator;

/// <summary>Configuration section <c>Simulator</c>.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where webhooks go: the whole address.</summary>
    public string Hub { get; set; } = "http://127.0.0.1:8080/channels/whatsapp/demo";

    /// <summary>Where a browser finds the hub's chat; where webhooks go when null.</summary>
    public string? Chat { get; set; }

    /// <summary>Secret that signs webhooks.</summary>
    public string AppSecret { get; set; } = "demo-secret";

    /// <summary>Token of the verification handshake.</summary>
    public string VerifyToken { get; set; } = "demo-verify";

    /// <summary>Numbers the platform knows; the three of the demo when empty.</summary>
    public IList<NumberOptions> Numbers { get; } = [];

    /// <summary>Send the demo's first messages at start.</summary>
    public bool Seed { get; set; }

    /// <summary>Webhooks sent at the same time.</summary>
    public int Workers { get; set; } = 16;

    /// <summary>Wait before the first redelivery, in milliseconds; doubles every time.</summary>
    public int FirstRetryMilliseconds { get; set; } = 500;

    /// <summary>Longest wait between redeliveries, in milliseconds.</summary>
    public int LongestRetryMilliseconds { get; set; } = 20_000;

    /// <summary>Between accepting and "sent", and again before "delivered" and "read", in milliseconds.</summary>
    public int StatusDelayMilliseconds { get; set; } = 400;

    /// <summary>Messages a second per number before 130429.</summary>
    public int NumberRate { get; set; } = 1000;
}

/// <summary>A municipality's number at the platform.</summary>
public sealed class NumberOptions
{
    /// <summary>phone_number_id.</summary>
    public string Id { get; set; } = "";

    /// <summary>What residents see.</summary>
    public string DisplayNumber { get; set; } = "";

    /// <summary>CBS code.</summary>
    public string Municipality { get; set; } = "";

    /// <summary>Name on the phone of the resident.</summary>
    public string Name { get; set; } = "";

    /// <summary>Bearer token that may use this number.</summary>
    public string Token { get; set; } = "demo-token";
}
