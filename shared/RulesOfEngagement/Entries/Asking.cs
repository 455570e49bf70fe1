namespace WebcareHub.RulesOfEngagement;

/// <summary>How residents are asked what they thought of the help, and what happens with their answer.</summary>
/// <param name="AfterChat">How long after a chat was done; null: not asked there.</param>
/// <param name="AfterDirect">The same for WhatsApp and private messages.</param>
/// <param name="From">The first hour of the day, here, in which to ask; 0 to 24.</param>
/// <param name="Until">The hour from which on no longer.</param>
/// <param name="Days">The same resident is not asked again within these.</param>
/// <param name="AnswerDays">Within these a number counts as the answer.</param>
/// <param name="Below">A lower score opens the conversation again; 0: none does.</param>
/// <param name="Never">Work lists that are not asked about.</param>
/// <param name="Question">With slots, in the municipality's form of address; null: nobody is asked.</param>
/// <param name="Thanks">After a score; null: nothing.</param>
/// <param name="Sorry">After a score that opened the conversation again; null: nothing.</param>
public sealed record Asking(
    TimeSpan? AfterChat,
    TimeSpan? AfterDirect,
    int From,
    int Until,
    int Days,
    int AnswerDays,
    int Below,
    IReadOnlyList<string> Never,
    string? Question,
    string? Thanks,
    string? Sorry
)
{
    /// <summary>Whether it is a time of day to ask.</summary>
    public bool Fits(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam.Zone).Hour is var hour && hour >= From && hour < Until;

    internal static Asking Read(MergedEntry? block, string salutation)
    {
        int Number(string field, int otherwise) => int.TryParse(block?.Text(field), out var number) ? number : otherwise;
        TimeSpan? After(string field) =>
            Values.Duration(block?.Text(field) ?? "") is { } after ? after.Time + TimeSpan.FromDays(after.Days) : null;
        string? Words(string field) =>
            ((salutation == "je" ? block?.Text($"{field}Informal") : null) ?? block?.Text(field))?.TrimEnd() is { Length: > 0 } text
                ? text
                : null;
        return new(
            After("afterChat"),
            After("afterDirect"),
            Number("from", 9),
            Number("until", 21),
            Number("days", 30),
            Number("answerDays", 3),
            Number("below", 6),
            block?.Texts("never") ?? [],
            Words("question"),
            Words("thanks"),
            Words("sorry")
        );
    }
}
