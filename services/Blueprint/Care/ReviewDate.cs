using System.Globalization;
using System.Text.RegularExpressions;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Care;

/// <summary>Writes the date of the next review in an entry, and leaves every other byte of the layer as it is.</summary>
internal static partial class ReviewDate
{
    /// <summary>The files with the new date; null when the layer has no such entry standing by itself.</summary>
    internal static IReadOnlyDictionary<string, string>? Write(
        IReadOnlyDictionary<string, string> files,
        string section,
        string entry,
        DateOnly next
    ) => EntryText.Read(files, section, entry) is { } text ? EntryText.Write(files, section, entry, Write(text, next)) : null;

    /// <summary>The entry as it is shown, with the new date in place of the old one, or after its first line.</summary>
    internal static string Write(string text, DateOnly next)
    {
        var date = next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var inBraces = text.StartsWith('{');
        var known = inBraces ? InBraces() : OnItsLine();
        if (known.IsMatch(text))
        {
            return known.Replace(text, match => match.Groups[1].Value + date, 1);
        }

        if (inBraces)
        {
            return $"{text[..text.LastIndexOf('}')].TrimEnd()}, reviewOn: {date} }}";
        }

        var first = text.IndexOf('\n', StringComparison.Ordinal);
        return first < 0 ? $"{text}\nreviewOn: {date}" : $"{text[..first]}\nreviewOn: {date}{text[first..]}";
    }

    [GeneratedRegex(@"^(reviewOn:[ \t]*)[""']?[0-9-]+[""']?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OnItsLine();

    [GeneratedRegex(@"([{,]\s*reviewOn:[ \t]*)[""']?[0-9-]+[""']?", RegexOptions.CultureInvariant)]
    private static partial Regex InBraces();
}
