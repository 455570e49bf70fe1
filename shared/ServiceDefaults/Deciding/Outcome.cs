namespace WebcareHub.ServiceDefaults.Deciding;

/// <summary>What a decision gives: events, nothing at all, or a refusal in a sentence a colleague can read.</summary>
/// <param name="Events">What is appended; empty when nothing happens or it is refused.</param>
/// <param name="Refusal">Null when it is not refused.</param>
public readonly record struct Outcome(IReadOnlyList<object> Events, Refusal? Refusal)
{
    /// <summary>It was so already.</summary>
    public static Outcome Nothing => new([], null);

    /// <summary>This happens.</summary>
    public static Outcome Accept(params IReadOnlyList<object> events) => new(events, null);

    /// <summary>This does not happen.</summary>
    /// <param name="sentence">Dutch, for a colleague.</param>
    /// <param name="type">One of the types of <see cref="Deciding.Refusal"/>.</param>
    public static Outcome Refuse(string sentence, string type = Deciding.Refusal.Conflict) => new([], new Refusal(sentence, type));
}
