using WebcareHub.Channels.Files;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Chat.Files;

/// <summary>Routing knows the resident now: what the visitor uploaded is handed over, to be stored under the resident's key.</summary>
internal sealed class FetchUpload(VisitFiles files)
{
    private const string Gone = "De bezoeker heeft dit bestand niet achtergelaten, of het is al gewist.";
    private const string Away = "Het bestand kon nog niet worden opgeslagen.";

    public async Task<FetchResult> FetchAsync(FileToFetch file, CancellationToken ct)
    {
        try
        {
            return await files.OpenAsync(file.Municipality, file.Id, ct) is { } content
                ? new FetchResult.Opened(new MemoryStream(content), null)
                : new FetchResult.Never(Gone);
        }
        catch (Exception exception) when (Infrastructure.IsAway(exception))
        {
            return new FetchResult.Later(Away);
        }
    }
}
