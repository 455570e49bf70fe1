namespace WebcareHub.Monitoring.Questions;

/// <summary>What counts of what happened to a question. The letters stand in the table.</summary>
internal enum MarkKind
{
    Begun = 'n',
    Arrived = 'a',
    Recognised = 'q',
    Corrected = 't',
    Queued = 'd',
    Claimed = 'c',
    Released = 'l',
    HandedOver = 'h',
    Snoozed = 's',
    SnoozeEnded = 'w',
    DeadlinePassed = 'p',
    OverflowOpened = 'o',
    OverflowClosed = 'x',
    Acknowledged = 'm',
    Answered = 'r',
    Sent = 'k',
    Failed = 'f',
    Resolved = 'v',
    Reopened = 'b',
    Asked = 'u',
    Rated = 'y',
    Promised = 'g',
    PromiseDue = 'j',
    PromiseKept = 'i',
    Erased = 'z',
}

/// <summary>One of them.</summary>
/// <param name="At">UTC.</param>
/// <param name="Value">Topic, pool, score, how, or by whom (own, pool, elsewhere, resident, colleague, unhappy, promise); never a name.</param>
/// <param name="Until">When an answer is due, until when it is set aside, or by when a promise is to be kept.</param>
internal readonly record struct Mark(MarkKind Kind, DateTimeOffset At, string? Value = null, DateTimeOffset? Until = null);
