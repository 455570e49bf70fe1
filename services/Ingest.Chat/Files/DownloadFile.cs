using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Channels.Files;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Files;

/// <summary>A file of this visitor's own conversation, to be saved: never shown within a page.</summary>
internal static class DownloadFile
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid id,
        Guest guest,
        VisitRows visits,
        VisitFiles files,
        OutgoingFiles stored,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await visits.FindAsync(guest, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        var (isTheirs, content) = await files.FindAsync(visit, id, ct);
        if (isTheirs && content is null && await stored.DescribeAsync(visit.Municipality, id, ct) is { } known)
        {
            content = (await stored.OpenAsync(visit.Municipality, known.Resident, id, ct))?.Content;
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        return content is null ? Refusals.NoFile() : TypedResults.File(content, "application/octet-stream", "bestand");
    }
}
