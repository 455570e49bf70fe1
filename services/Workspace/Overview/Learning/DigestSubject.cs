namespace WebcareHub.Workspace.Overview.Learning;

/// <summary>What a digest is about, as an address writes it: the id of a topic, or a theme behind "thema:".</summary>
internal static class DigestSubject
{
    internal const string Theme = "thema:";

    internal static (string? Topic, string? Theme) Of(string? address) =>
        address?.StartsWith(Theme, StringComparison.Ordinal) == true ? (null, address[Theme.Length..]) : (address, null);
}
