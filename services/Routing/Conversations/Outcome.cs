namespace WebcareHub.Routing.Conversations;

/// <summary>What a decision gives: events, nothing at all, or a refusal in a sentence a colleague can read.</summary>
internal readonly record struct Outcome(IReadOnlyList<object> Events, Refusal? Refusal)
{
    public static Outcome Nothing => new([], null);

    public static Outcome Accept(params object[] events) => new(events, null);

    public static Outcome Refuse(string sentence, string type = Conversations.Refusal.Conflict) => new([], new Refusal(sentence, type));
}

/// <summary>Why not. The type ends the problem's <c>type</c> and is part of the API.</summary>
internal sealed record Refusal(string Sentence, string Type)
{
    public const string Conflict = "conflict";
    public const string Invalid = "invalid";
    public const string Unknown = "unknown";
    public const string WindowClosed = "window-closed";
    public const string PersonalData = "personal-data";
    public const string Stale = "stale";
}
