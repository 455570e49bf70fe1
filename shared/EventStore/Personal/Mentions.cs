using System.Text;
using System.Text.RegularExpressions;

namespace WebcareHub.EventStore;

/// <summary>
/// Finds people by their hashed ids in bytes that nobody could read, so that erasing somebody reaches what could not be understood. A name alone
/// is not found.
/// </summary>
public sealed partial class Mentions(Pseudonyms pseudonyms)
{
    // An id as a platform writes it, and as our own messages do. The kinds are those of PlatformPerson.Ids.
    private static readonly string[] Kinds = ["", "phone:", "bsuid:"];

    /// <summary>True when one of these people is named.</summary>
    /// <param name="text">UTF-8, or what passes for it.</param>
    /// <param name="aliases">Keyed hashes of their ids.</param>
    public bool Any(ReadOnlySpan<byte> text, IReadOnlyCollection<string> aliases) =>
        aliases.Count > 0
        && Words()
            .Matches(Encoding.UTF8.GetString(text))
            .Select(word => word.Value)
            .Distinct()
            .Any(word => aliases.Contains(word) || Kinds.Any(kind => aliases.Contains(pseudonyms.Hash(kind + word))));

    [GeneratedRegex("[A-Za-z0-9._:-]{6,128}")]
    private static partial Regex Words();
}
