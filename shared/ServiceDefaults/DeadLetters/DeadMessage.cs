using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>A message that failed by itself, alone, again, with all that replaying it needs.</summary>
/// <param name="Reason">Kind of failure and where; never content of the message.</param>
/// <param name="Subjects">Ids of the people in it, in the clear: hashed before they are kept.</param>
internal sealed record DeadMessage(
    string Queue,
    string MessageId,
    string? Municipality,
    string? TraceParent,
    string ContentType,
    ReadOnlyMemory<byte> Body,
    string Reason,
    int Attempts,
    IReadOnlyList<string> Subjects
)
{
    internal static DeadMessage From(HotDelivery message, IReadOnlyList<string> subjects, Exception failure, int attempts) =>
        GivenUp(message, subjects, ReasonOf(failure), attempts);

    internal static DeadMessage GivenUp(HotDelivery message, IReadOnlyList<string> subjects, string reason, int attempts) =>
        new(
            message.Queue,
            message.MessageId,
            message.Municipality,
            message.TraceParent,
            "application/json",
            message.Body,
            reason,
            attempts,
            subjects
        );

    /// <summary>Types and place only: an exception's text may quote the message.</summary>
    internal static string ReasonOf(Exception failure)
    {
        Exception cause = failure.GetBaseException();
        string? place = cause
            .StackTrace?.Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.Contains("WebcareHub.", StringComparison.Ordinal));
        string types = cause == failure ? failure.GetType().Name : $"{failure.GetType().Name} < {cause.GetType().Name}";
        return place is null ? types : $"{types} {place.Split(" in ")[0]}";
    }
}
