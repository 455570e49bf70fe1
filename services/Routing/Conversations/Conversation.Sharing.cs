using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;

namespace WebcareHub.Routing.Conversations;

/// <summary>Which pools may help, and who of them does.</summary>
internal sealed partial record Conversation
{
    /// <summary>Pools whose colleagues may help: the region's before the national one.</summary>
    public IReadOnlyList<string> OpenTo { get; init; } = [];

    /// <summary>Why it opened first, and since when. By hand outlives all else: no policy closes what a colleague asked.</summary>
    public string? OpenCause { get; init; }
    public DateTimeOffset? OpenSince { get; init; }

    /// <summary>Through which pool a colleague of another municipality has it.</summary>
    public string? ClaimedPool { get; init; }

    /// <summary>Open to nobody, whatever was told or not told when it was resolved.</summary>
    private Conversation ComeHome() => this with { OpenTo = [], OpenCause = null, OpenSince = null };

    private Conversation LetGo() =>
        this with
        {
            ClaimedBy = null,
            ClaimedPool = null,
            Status = Status == ConversationStatus.Claimed ? ConversationStatus.Waiting : Status,
        };

    private Conversation OpenUp(OverflowOpened e) =>
        this with
        {
            OpenTo = [.. OpenTo.Append(e.Pool).Distinct().OrderBy(pool => pool == "nl")],
            OpenCause = OpenTo.Count == 0 || e.Cause == OverflowCauses.ByHand ? e.Cause : OpenCause,
            OpenSince = OpenSince ?? e.At,
        };

    private Conversation Close(string pool)
    {
        string[] left = [.. OpenTo.Where(open => open != pool)];
        var closed = this with
        {
            OpenTo = left,
            OpenCause = left.Length == 0 ? null : OpenCause,
            OpenSince = left.Length == 0 ? null : OpenSince,
        };
        return ClaimedPool == pool ? closed.LetGo() : closed;
    }
}
