namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A conversation while its messages are replayed in order.</summary>
/// <param name="tally">Of its municipality.</param>
internal sealed class Talk(Guid id, string municipality, Tally tally)
{
    private List<(DateTimeOffset? Before, DateTimeOffset? After)>? _waiting;

    internal Guid Id => id;

    internal string Municipality => municipality;

    internal Tally Tally => tally;

    /// <summary>The message read last, until its decision comes.</summary>
    internal Heard? Message { get; set; }

    /// <summary>The topic that the last recorded decision left.</summary>
    internal string? RecordedTopic { get; set; }

    internal Side.Carried? Before { get; set; }

    internal Side.Carried? After { get; set; }

    /// <summary>Follows nothing any more: from the next message on, what was recorded holds again.</summary>
    internal void Forget() => (Message, Before, After) = (null, null, null);

    internal void Wait(DateTimeOffset? before, DateTimeOffset? after)
    {
        if (before is not null || after is not null)
        {
            (_waiting ??= new(1)).Add((before, after));
        }
    }

    /// <summary>What was due until an answer came at this moment.</summary>
    internal void Answer(DateTimeOffset at)
    {
        foreach (var (dueBefore, dueAfter) in _waiting ?? [])
        {
            tally.InTime.Add(at > dueBefore, at > dueAfter);
        }

        _waiting = null;
        Before = Before is { } before ? before with { Waiting = false } : null;
        After = After is { } after ? after with { Waiting = false } : null;
    }

    /// <summary>What nobody had answered at the end of the period; of what was not due yet nothing is known.</summary>
    internal void Close(DateTimeOffset end)
    {
        foreach (var (before, after) in _waiting ?? [])
        {
            if (before < end || after < end)
            {
                tally.InTime.Add(before < end, after < end);
            }
        }

        _waiting = null;
    }
}
