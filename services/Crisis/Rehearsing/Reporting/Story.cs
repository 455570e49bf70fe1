namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary>One conversation of an exercise, as its facts tell it.</summary>
/// <param name="AnsweredAt">The first answer of a colleague.</param>
/// <param name="AnsweredBy">Who gave it, with the municipality they work for.</param>
internal sealed record Story(
    string Municipality,
    DateTimeOffset OpenedAt,
    string? Topic = null,
    DateTimeOffset? AnsweredAt = null,
    (string Municipality, string Colleague)? AnsweredBy = null,
    Guid? ToMany = null,
    string? Helper = null,
    bool IsResolved = false,
    bool IsLate = false
)
{
    // Aliases of the events, as the log has them.
    public const string Opened = "conversation_opened";
    public const string Received = "message_received";
    public const string Recognised = "question_recognised";
    public const string Corrected = "topic_corrected";
    public const string Claimed = "claimed";
    public const string Replied = "reply_requested";
    public const string Resolved = "resolved";
    public const string Late = "deadline_passed";

    public bool IsWaiting => AnsweredAt is null && !IsResolved;

    /// <summary>By a colleague of another municipality.</summary>
    public bool IsHelped => ToMany is null && AnsweredBy is { } by && by.Municipality != Municipality;

    public bool IsAnsweredAtHome => ToMany is null && AnsweredBy is { } by && by.Municipality == Municipality;

    public static IReadOnlyList<Story> Of(IEnumerable<Fact> facts)
    {
        var stories = new Dictionary<(string, string), Story>();
        foreach (var fact in facts)
        {
            var key = (fact.Municipality, fact.Conversation);
            stories[key] = (stories.GetValueOrDefault(key) ?? new(fact.Municipality, fact.At)).With(fact);
        }
        return [.. stories.Values];
    }

    private Story With(Fact fact) =>
        fact.Kind switch
        {
            Recognised or Corrected => this with { Topic = fact.Topic ?? Topic },
            Claimed => this with { Helper = fact.From },
            Replied when !fact.Automatic && AnsweredAt is null => this with
            {
                AnsweredAt = fact.At,
                AnsweredBy = (Helper ?? Municipality, fact.By ?? ""),
                ToMany = fact.ToMany,
            },
            Resolved => this with { IsResolved = true },
            Late => this with { IsLate = true },
            _ => this,
        };
}
