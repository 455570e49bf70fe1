using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rumours;

/// <summary>What the events of a rumour make.</summary>
internal sealed record RumourState
{
    internal static readonly RumourState None = new();

    /// <summary>As it was registered; null when there is none.</summary>
    public RumourRegistered? Registered { get; init; }

    public string Spread { get; init; } = "";
    public int Seen { get; init; }
    public RumourStatus Status { get; init; }
    public string? Basis { get; init; }
    public RumourOwned? Owned { get; init; }
    public RumourAnswered? Answered { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    internal static RumourState Evolve(RumourState rumour, RecordedEvent recorded) => Evolve(rumour, recorded.Data);

    internal static RumourState Evolve(RumourState rumour, object happened) =>
        happened switch
        {
            RumourRegistered e => rumour with { Registered = e, Spread = e.Spread, Seen = e.Seen, ChangedAt = e.At },
            RumourSpreadNoted e => rumour with { Spread = e.Spread, Seen = e.Seen, ChangedAt = e.At },
            RumourStatusChanged e => rumour with { Status = e.Status, Basis = e.Basis, ChangedAt = e.At },
            RumourOwned e => rumour with { Owned = e, ChangedAt = e.At },
            RumourAnswered e => rumour with { Answered = e, ChangedAt = e.At },
            _ => rumour,
        };
}
