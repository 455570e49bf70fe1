using System.Net;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>Which addresses that a server or a post names may be called.</summary>
internal static class Hosts
{
    /// <summary>Whether it is the server itself, a host beneath it, or one beside it under the same owner's name.</summary>
    public static bool AreKin(Uri server, Uri other) =>
        other.Host == server.Host
        || other.Host.EndsWith("." + server.Host, StringComparison.OrdinalIgnoreCase)
        || OwnersName(server.Host) is { } name
            && (
                other.Host.Equals(name, StringComparison.OrdinalIgnoreCase)
                || other.Host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)
            );

    // social.gemeente.nl → gemeente.nl. Null where what is left may belong to everybody: co.uk, com.br.
    private static string? OwnersName(string host)
    {
        if (IPAddress.TryParse(host, out _) || host.Split('.') is not { Length: >= 3 } labels)
        {
            return null;
        }

        var everybodys = labels[^1].Length == 2 && labels[^2].Length <= 3 && labels.Length == 3;
        return everybodys ? null : string.Join('.', labels[1..]);
    }
}
