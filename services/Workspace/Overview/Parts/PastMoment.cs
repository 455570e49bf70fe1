using System.Globalization;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Overview.Parts;

/// <summary>The moment that somebody wants to look back at, as a date and time field writes it: Dutch local time.</summary>
internal static class PastMoment
{
    /// <summary>Null for now, and for what is no moment.</summary>
    internal static DateTimeOffset? Parse(string? local) =>
        DateTime.TryParseExact(local, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? DutchTime.AtLocal(at) : null;

    internal static string Field(DateTimeOffset at) => DutchTime.LocalTime(at).ToString(Forms[0], CultureInfo.InvariantCulture);

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
}
