namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>A conversation while its messages are replayed in order.</summary>
/// <param name="tally">Of its municipality.</param>
internal sealed class Talk(Guid id, string municipality, Tally tally)
{
    private List<Waits>? _waiting;

    internal Guid Id => id;

    internal string Municipality => municipality;

    internal Tally Tally => tally;

    /// <summary>The message read last, until its decision comes.</summary>
    internal Heard? Message { get; set; }

    /// <summary>The topic that the last recorded decision left.</summary>
    internal string? RecordedTopic { get; set; }

    internal Side.Carried? Before { get; set; }

    internal Side.Carried? After { get; set; }

    /// <summary>A message that waits for an answer: when one is due and when it opens to a pool, on both sides.</summary>
    internal readonly record struct Waits(
        DateTimeOffset Came,
        DateTimeOffset? DueBefore,
        DateTimeOffset? DueAfter,
        Opening? OpensBefore,
        Opening? OpensAfter
    );

    /// <summary>Follows nothing any more: from the next message on, what was recorded holds again.</summary>
    internal void Forget() => (Message, Before, After) = (null, null, null);

    internal void Wait(in Waits message)
    {
        tally.Hours.Came(message.Came);
        if (message.DueBefore is not null || message.DueAfter is not null)
        {
            (_waiting ??= new(1)).Add(message);
        }
    }

    /// <summary>What was due until an answer came at this moment.</summary>
    internal void Answer(DateTimeOffset at)
    {
        foreach (var message in _waiting ?? [])
        {
            Known(message, at > message.DueBefore, at > message.DueAfter);
        }

        Open(at);
        _waiting = null;
        Before = Before is { } before ? before with { Waiting = false } : null;
        After = After is { } after ? after with { Waiting = false } : null;
    }

    /// <summary>What nobody had answered at the end of the period; of what was not due yet nothing is known.</summary>
    internal void Close(DateTimeOffset end)
    {
        foreach (var message in _waiting ?? [])
        {
            if (message.DueBefore < end || message.DueAfter < end)
            {
                Known(message, message.DueBefore < end, message.DueAfter < end);
            }
        }

        Open(end);
        _waiting = null;
    }

    private void Known(in Waits message, bool lateBefore, bool lateAfter)
    {
        tally.InTime.Add(lateBefore, lateAfter);
        tally.Hours.Known(message.Came, lateBefore, lateAfter);
    }

    /// <summary>A question opens once, however many messages it has: at the first moment of any of them.</summary>
    private void Open(DateTimeOffset answered)
    {
        Open(answered, after: false);
        Open(answered, after: true);
    }

    private void Open(DateTimeOffset answered, bool after)
    {
        Opening? first = null;
        foreach (var message in _waiting ?? [])
        {
            var opens = after ? message.OpensAfter : message.OpensBefore;
            if (opens is { } moment && moment.At < answered && (first is null || moment.At < first.Value.At))
            {
                first = opens;
            }
        }

        if (first is { } opening)
        {
            tally.Hours.Opened(opening, after);
        }
    }
}
