using System.Text;
using System.Text.RegularExpressions;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>Names and addresses in a text of ours: this network links nothing by itself.</summary>
internal static partial class FindFacets
{
    private const int Most = 30;

    /// <summary>A piece of a text, in UTF-8 bytes, end exclusive.</summary>
    /// <param name="Handle">Somebody named, without the @; null for an address.</param>
    /// <param name="Address">Where a link goes.</param>
    internal sealed record Piece(int Start, int End, string? Handle, string? Address);

    public static IReadOnlyList<Piece> In(string text)
    {
        var links = Link().Matches(text).Select(match => LinkOf(text, match)).OfType<Piece>().ToArray();
        var names = Name().Matches(text).Select(match => NameOf(text, match.Groups[1])).OfType<Piece>();
        return
        [
            .. links
                .Concat(names.Where(name => !links.Any(link => link.Start < name.End && name.Start < link.End)))
                .OrderBy(piece => piece.Start)
                .Take(Most),
        ];
    }

    private static Piece? NameOf(string text, Group found)
    {
        var handle = found.Value.TrimEnd('.', '-').ToLowerInvariant();
        return handle.Length <= 253 && Handle().IsMatch(handle) ? At(text, found.Index - 1, handle.Length + 1, handle, null) : null;
    }

    // A sentence's own full stop or bracket is no part of the address it ends with.
    private static Piece? LinkOf(string text, Match match)
    {
        var shown = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '”', '’', '»');
        if (shown.EndsWith(')') && !shown.Contains('(', StringComparison.Ordinal))
        {
            shown = shown[..^1].TrimEnd('.', ',', ';', ':', '!', '?');
        }

        var address = shown.Contains("://", StringComparison.Ordinal) ? shown : "https://" + shown;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Contains('.', StringComparison.Ordinal)
            ? At(text, match.Index, shown.Length, null, address)
            : null;
    }

    private static Piece At(string text, int start, int length, string? handle, string? address)
    {
        var from = Encoding.UTF8.GetByteCount(text.AsSpan(0, start));
        return new(from, from + Encoding.UTF8.GetByteCount(text.AsSpan(start, length)), handle, address);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.@/-])@([a-zA-Z0-9][a-zA-Z0-9.-]{2,252})", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    // With a scheme anything; without one, only what is surely meant as an address.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}@/._-])(https?://[^\s<>""]{3,1900}|(www\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){1,4}(nl|eu|org|com|net|gov|amsterdam|frl)(?![\p{L}\p{N}@-]|\.[a-z0-9])(/[^\s<>""]{0,1900})?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Link();
}
