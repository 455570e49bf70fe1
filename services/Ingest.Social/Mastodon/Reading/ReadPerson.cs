using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>Who somebody is: the address of the profile, which is the same on every server.</summary>
internal static class ReadPerson
{
    private const int LongestAddress = 500;
    private const int LongestName = 200;

    /// <summary>An account, or a mention of one. Null without an address.</summary>
    public static PlatformPerson? From(JsonElement? account)
    {
        var address = account.Text("url") ?? account.Text("uri");
        if (address is not { Length: <= LongestAddress } || !Uri.TryCreate(address, UriKind.Absolute, out var url) || !IsWeb(url))
        {
            return null;
        }

        var name = account.Text("display_name") ?? account.Text("acct");
        return new([$"mastodon:{address}"], string.IsNullOrWhiteSpace(name) ? null : TextSplitter.Bound(name, LongestName));
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp;
}
