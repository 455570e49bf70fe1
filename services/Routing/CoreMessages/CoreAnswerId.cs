using System.Globalization;

namespace WebcareHub.Routing.CoreMessages;

/// <summary>How an answer says which core message it tells: <c>core:{id}:{version}</c>.</summary>
internal readonly record struct CoreAnswerId(Guid Message, int Version)
{
    private const string Prefix = "core:";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Message}:{Version}");

    /// <summary>Null for the id of another answer.</summary>
    public static CoreAnswerId? Of(string? answer) =>
        answer?.StartsWith(Prefix, StringComparison.Ordinal) == true
        && answer[Prefix.Length..].Split(':') is [var id, var version]
        && Guid.TryParse(id, out var message)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(message, number)
            : null;
}
