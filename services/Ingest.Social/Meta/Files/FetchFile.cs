using System.Net;
using WebcareHub.Channels.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Meta.Files;

/// <summary>
/// Opens a resident's file at the address in the post, which works without a token and for a short while. Only at the platform's own hosts, also
/// after a redirect.
/// </summary>
internal sealed class FetchFile(Graph graph, IHostEnvironment environment)
{
    private const int MostRedirects = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<FetchResult> FetchAsync(FileToFetch file, Surface surface, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await FollowAsync(file.Source.PlatformFileId, surface, patience.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || exception is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return NotNow(surface);
        }
    }

    private async Task<FetchResult> FollowAsync(string address, Surface surface, CancellationToken ct)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !MayBeFetched(url))
            {
                return new FetchResult.Never($"Dit bestand staat niet bij {surface.Name} zelf. Het is niet opgehaald.");
            }

            var response = await graph.Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode)
            {
                return new FetchResult.Opened(await response.Content.ReadAsStreamAsync(ct), null);
            }

            using (response)
            {
                if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next)
                {
                    return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden
                        ? new FetchResult.Never($"{surface.Name} heeft dit bestand niet meer.")
                        : NotNow(surface);
                }

                address = new Uri(url, next).ToString();
            }
        }

        return NotNow(surface);
    }

    private bool MayBeFetched(Uri url) =>
        PlatformHosts.IsOurs(url)
        || environment.IsDevelopment() && url.Authority == graph.Root.Authority && url.Scheme == graph.Root.Scheme;

    private static FetchResult.Later NotNow(Surface surface) => new($"Het bestand kon niet bij {surface.Name} worden opgehaald.");
}
