using System.Net;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>What a server answered.</summary>
/// <param name="Status">Null when it did not: not reached, broken off, or too much to take in.</param>
/// <param name="Link">The <c>Link</c> header, with the addresses of the pages around this one.</param>
/// <param name="TooLarge">It answered more than is taken in at once.</param>
internal sealed record Answer(HttpStatusCode? Status, byte[] Body, string? Link = null, bool TooLarge = false)
{
    public bool IsWell => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>The value of a parameter in the link of this relation; null when there is none.</summary>
    public string? InLink(string relation, string parameter)
    {
        foreach (var link in (Link ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            if (end > 1 && link[0] == '<' && link.AsSpan(end).Contains($"rel=\"{relation}\"", StringComparison.Ordinal))
            {
                var query = link[..end].Split('?', 2) is [_, var after] ? after : "";
                return query
                    .Split('&')
                    .Where(pair => pair.StartsWith(parameter + "=", StringComparison.Ordinal))
                    .Select(pair => Uri.UnescapeDataString(pair[(parameter.Length + 1)..]))
                    .FirstOrDefault();
            }
        }

        return null;
    }
}
