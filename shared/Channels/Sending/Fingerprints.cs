using WebcareHub.EventStore;

namespace WebcareHub.Channels.Sending;

/// <summary>By which an echo of our own answer is known before the platform's id of it is: a keyed hash of what was said.</summary>
internal static class Fingerprints
{
    /// <summary>Null for what holds no text. White space does not count: platforms change it.</summary>
    public static string? Fingerprint(this Pseudonyms pseudonyms, string channel, string account, string? text)
    {
        var said = text is null ? "" : string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        return said.Length == 0 ? null : pseudonyms.Hash($"{channel}|{account}|said|{said}");
    }
}
