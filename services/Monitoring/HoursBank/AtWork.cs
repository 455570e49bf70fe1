namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Where a colleague is.</summary>
internal enum Whereabouts
{
    Home,
    Working,
    Paused,
}

/// <summary>A shift as it is counted: from coming to work until going home.</summary>
/// <param name="Number">Names nobody.</param>
/// <param name="Day">The Dutch date it began.</param>
internal sealed record Shift(string Number, DateOnly Day, DateTimeOffset Began);

/// <summary>A question a colleague has through a pool.</summary>
/// <param name="Rests">Answered or set aside: it takes no time now.</param>
internal sealed record Hold(Question Question, bool Rests);

/// <summary>A colleague with the questions they have through pools.</summary>
/// <param name="Counted">Up to when their time was given to questions.</param>
/// <param name="Sign">The last moment that something happened in what they have.</param>
internal sealed record AtWork(
    Worker Worker,
    Whereabouts Where,
    Shift? Shift,
    DateTimeOffset Counted,
    DateTimeOffset Sign,
    IReadOnlyList<Hold> Holds
)
{
    /// <summary>Without a sign, time is no longer counted after this.</summary>
    internal static readonly TimeSpan Stillness = TimeSpan.FromMinutes(30);

    /// <summary>No shift is longer than this.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    internal static AtWork New(Worker worker, DateTimeOffset at) => new(worker, Whereabouts.Home, null, at, at, []);

    /// <summary>Nothing to remember.</summary>
    internal bool Idle => Where == Whereabouts.Home && Holds.Count == 0;

    internal Hold? Of(Guid conversation) => Holds.FirstOrDefault(hold => hold.Question.Conversation == conversation);

    internal AtWork Begin(string shift, DateTimeOffset at) =>
        this with
        {
            Where = Whereabouts.Working,
            Shift = Where == Whereabouts.Home || Shift is null ? new Shift(shift, Days.Of(at), at) : Shift,
        };

    internal AtWork Take(Question question) => this with { Holds = [.. Without(question.Conversation), new Hold(question, false)] };

    internal AtWork Leave(Guid conversation) => this with { Holds = [.. Without(conversation)] };

    internal AtWork Change(Guid conversation, Func<Hold, Hold> change) =>
        this with
        {
            Holds = [.. Holds.Select(hold => hold.Question.Conversation == conversation ? change(hold) : hold)],
        };

    /// <summary>Gives the time since it was counted last to the questions that do not rest, in equal parts.</summary>
    internal (AtWork After, IReadOnlyList<Slice> Slices) CountUntil(DateTimeOffset until)
    {
        var after = this with { Counted = Later(Counted, until) };
        var busy = Holds.Where(hold => !hold.Rests).ToList();
        if (Where != Whereabouts.Working || Shift is null || busy.Count == 0)
        {
            return (after, []);
        }

        var end = Earlier(until, Earlier(Sign + Stillness, Shift.Began + Longest));
        var span = Math.Max(0, (end - Counted).Ticks);
        var (part, rest) = (span / busy.Count, span % busy.Count);
        return (
            after,
            [.. busy.Select((hold, place) => Slice(hold, part + (place < rest ? 1 : 0), false)).Where(slice => slice.Ticks > 0)]
        );
    }

    /// <summary>That a question was answered or finished in this shift.</summary>
    internal Slice Help(Hold hold) => Slice(hold, 0, true);

    private IEnumerable<Hold> Without(Guid conversation) => Holds.Where(hold => hold.Question.Conversation != conversation);

    private Slice Slice(Hold hold, long ticks, bool helped) => new(Shift!, Worker.Municipality, hold.Question, ticks, helped);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>A part of a shift that a municipality gave to a question.</summary>
/// <param name="Ticks">Of 100 nanoseconds.</param>
/// <param name="Helped">It was answered or finished here.</param>
internal sealed record Slice(Shift Shift, string Giver, Question Question, long Ticks, bool Helped);
