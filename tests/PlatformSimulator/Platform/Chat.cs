namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>What one resident and one number wrote to each other.</summary>
internal sealed class Chat(PhoneNumber number, Resident resident)
{
    private const int PairBurst = 45;
    private static readonly TimeSpan PairPace = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly List<ChatLine> lines = [];
    private double allowance = PairBurst;
    private DateTimeOffset allowedAt;

    public PhoneNumber Number => number;

    public Resident Resident { get; set; } = resident;

    public DateTimeOffset? LastFromResident { get; private set; }

    public DateTimeOffset? WindowUntil => LastFromResident + Window;

    public bool WindowOpen(DateTimeOffset now) => WindowUntil > now;

    public ChatLine[] Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public void Add(ChatLine line)
    {
        lock (gate)
        {
            lines.Add(line);
            if (line.FromResident && (LastFromResident is null || line.At > LastFromResident))
                LastFromResident = line.At;
        }
    }

    /// <summary>A burst of 45 to the same resident, then one every six seconds.</summary>
    public bool WithinPairRate(DateTimeOffset now)
    {
        lock (gate)
        {
            allowance = Math.Min(PairBurst, allowance + Math.Max(0, (now - allowedAt) / PairPace));
            allowedAt = now;
            if (allowance < 1)
                return false;
            allowance--;
            return true;
        }
    }
}

/// <summary>One message in a chat.</summary>
internal sealed class ChatLine(string id, bool fromResident, string type, string? text, DateTimeOffset at)
{
    public string Id => id;

    public bool FromResident => fromResident;

    public string Type => type;

    public string? Text { get; set; } = text;

    public DateTimeOffset At => at;

    public string? State { get; set; }

    public string? Template { get; init; }

    public string? QuotedId { get; init; }

    public string? MediaId { get; init; }

    public string? Callback { get; init; }

    public bool Gone { get; set; }

    public bool Edited { get; set; }
}
