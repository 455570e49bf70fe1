using System.Collections.Immutable;
using WebcareHub.Contracts;

namespace WebcareHub.Routing.Conversations;

/// <summary>How far an answer of ours has got, part by part.</summary>
/// <param name="Quiet">Nobody has to look at it when it fails: it is a word beside the conversation that the hub says by itself.</param>
internal sealed record Answer(ImmutableSortedDictionary<int, Answer.Part> Parts, bool Quiet = false)
{
    internal sealed record Part(DeliveryState State, bool Retryable, bool LeftAlone);

    private static readonly Part Unsent = new(DeliveryState.Requested, false, false);

    public static readonly Answer Requested = new(ImmutableSortedDictionary<int, Part>.Empty);

    public bool NeedsAttention =>
        !Quiet && Parts.Values.Any(part => part is { State: DeliveryState.Failed or DeliveryState.Uncertain, LeftAlone: false });

    /// <summary>The state to show: failed and uncertain first, else the part that is furthest behind.</summary>
    public DeliveryState State =>
        Parts.Values.Any(part => part.State == DeliveryState.Failed) ? DeliveryState.Failed
        : Parts.Values.Any(part => part.State == DeliveryState.Uncertain) ? DeliveryState.Uncertain
        : Parts.IsEmpty ? DeliveryState.Requested
        : Parts.Values.Min(part => part.State);

    public DeliveryState StateOf(int part) => Parts.TryGetValue(part, out var known) ? known.State : DeliveryState.Requested;

    public Answer Reach(int part, int parts, DeliveryState reached, bool retryable)
    {
        var known = Parts;
        for (var other = 0; other < parts; other++)
            if (!known.ContainsKey(other))
                known = known.Add(other, Unsent);
        return this with { Parts = known.SetItem(part, new Part(reached, retryable, false)) };
    }

    public Answer Settle(int part, bool sendAgain) =>
        this with
        {
            Parts = sendAgain
                ? Parts.SetItems(LaterFailed(part).Append(part).Select(again => KeyValuePair.Create(again, Unsent)))
                : Parts.SetItem(part, new Part(StateOf(part), Parts.TryGetValue(part, out var known) && known.Retryable, true)),
        };

    // The channel sends them again too: they failed because of the part before them.
    private IEnumerable<int> LaterFailed(int part) =>
        Parts
            .Where(later => later.Key > part && later.Value is { State: DeliveryState.Failed, LeftAlone: false })
            .Select(later => later.Key);
}
