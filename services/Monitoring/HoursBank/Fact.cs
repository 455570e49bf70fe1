namespace WebcareHub.Monitoring.HoursBank;

/// <summary>What the accounting reads of an event. Facts come in the order of the log; their moments are the events' own.</summary>
internal abstract record Fact(DateTimeOffset At)
{
    /// <summary>A colleague is at work, or back from a break.</summary>
    internal sealed record CameToWork(Worker Worker, string Shift, DateTimeOffset At) : Fact(At);

    /// <summary>A break.</summary>
    internal sealed record Paused(Worker Worker, DateTimeOffset At) : Fact(At);

    internal sealed record WentHome(Worker Worker, DateTimeOffset At) : Fact(At);

    /// <summary>A colleague took a question through a pool.</summary>
    /// <param name="Shift">The one they are in when none was begun.</param>
    internal sealed record Took(Worker Worker, string Shift, Question Question, DateTimeOffset At) : Fact(At);

    /// <summary>Whoever had the question has it no more.</summary>
    /// <param name="By">Who finished it; null when it went back.</param>
    internal sealed record Left(Guid Conversation, string? By, DateTimeOffset At) : Fact(At);

    /// <summary>Colleagues of that pool have it no more.</summary>
    internal sealed record Closed(Guid Conversation, string Pool, DateTimeOffset At) : Fact(At);

    /// <summary>The answer was sent: the question rests until the resident writes.</summary>
    internal sealed record Answered(Guid Conversation, string By, DateTimeOffset At) : Fact(At);

    /// <summary>Set aside by a colleague.</summary>
    internal sealed record SetAside(Guid Conversation, DateTimeOffset At) : Fact(At);

    /// <summary>The resident wrote, or the time it was set aside for is over.</summary>
    internal sealed record CameBack(Guid Conversation, string? Topic, DateTimeOffset At) : Fact(At);

    /// <summary>A colleague put another topic on it.</summary>
    internal sealed record Renamed(Guid Conversation, string Topic, DateTimeOffset At) : Fact(At);
}

/// <summary>A colleague of a municipality.</summary>
/// <param name="Id">With the municipality before it: <c>GM0072:jan</c>.</param>
internal readonly record struct Worker(string Municipality, string Id)
{
    /// <summary>Whether an event names this colleague; at home they are named without their municipality.</summary>
    internal bool Is(string? by) => by is not null && (by == Id || $"{Municipality}:{by}" == Id);
}

/// <summary>A question taken through a pool.</summary>
/// <param name="Owner">The municipality whose it is.</param>
/// <param name="Topic">As known then; empty when none was recognised.</param>
internal sealed record Question(Guid Conversation, string Pool, string Owner, string Topic);
