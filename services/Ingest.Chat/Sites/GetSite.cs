using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Ingest.Chat.Files;
using WebcareHub.Ingest.Chat.Writing;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>What the widget needs to know before anything is said.</summary>
internal static class GetSite
{
    /// <param name="OpensAt">Next opening (UTC), while it is closed.</param>
    internal sealed record SiteInfo(
        string Name,
        bool Open,
        DateTimeOffset? OpensAt,
        string? PrivacyUrl,
        int LongestText,
        long LargestFile,
        int MostFiles
    );

    public static async Task<Ok<SiteInfo>> Get(Guest guest, Openings openings, CancellationToken ct)
    {
        var now = await openings.NowAsync(guest.Site.Municipality, ct);
        return TypedResults.Ok(
            new SiteInfo(now.Name, now.Open, now.OpensAt, guest.Site.PrivacyUrl, Write.LongestText, UploadFile.Limit, Write.MostFiles)
        );
    }
}
