using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>Puts a colleague's picture at X, to be sent by its id. Uploading twice reaches nobody twice.</summary>
internal sealed class UploadMedia(XClient x, OutgoingFiles files, ILogger<UploadMedia> log)
{
    private const int LargestPicture = 5 * 1024 * 1024;
    private const int LargestMoving = 15 * 1024 * 1024;

    internal sealed record Uploaded(string Id, SendResult? Refusal = null);

    public async Task<Uploaded> UploadAsync(OutboundPart part, Guid file, string token, CancellationToken ct)
    {
        (byte[] Content, string ContentType)? opened;
        try
        {
            opened = await files.OpenAsync(part.Municipality, part.ResidentId, file, ct);
        }
        catch (Exception exception) when (exception is CryptographicException || Infrastructure.IsAway(exception))
        {
            log.LogWarning("The file of part {Part} was not opened: {Failure}", part.Id, exception.GetType().Name);
            return Refused(new SendResult.Retryable("Het bestand was niet te openen. Het bericht is niet verstuurd.", "file"));
        }

        return opened is not { } found ? Refused(new SendResult.Final("Het bestand is er niet meer.", "file"))
            : Refusal(found.ContentType, found.Content.Length) is { } refusal ? Refused(refusal)
            : await PostAsync(part, found.Content, found.ContentType, token, ct);
    }

    /// <summary>What X surely does not take, told without asking it.</summary>
    internal static SendResult? Refusal(string type, int length) =>
        type is not ("image/jpeg" or "image/png" or "image/webp" or "image/gif")
            ? new SendResult.Final("X neemt alleen afbeeldingen aan (JPG, PNG, WebP of GIF). Er is niets verstuurd.", "file")
        : length > (type == "image/gif" ? LargestMoving : LargestPicture)
            ? new SendResult.Final("X neemt deze afbeelding niet aan, omdat zij te groot is (meer dan 5 MB, of 15 MB voor GIF).", "file")
        : null;

    private async Task<Uploaded> PostAsync(OutboundPart part, byte[] bytes, string type, string token, CancellationToken ct)
    {
        var direct = part.Content.Visibility == Contracts.Visibility.Private;
        using var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(content, "media", "afbeelding");
        form.Add(new StringContent($"{(direct ? "dm" : "tweet")}_{(type == "image/gif" ? "gif" : "image")}"), "media_category");
        form.Add(new StringContent(type), "media_type");
        try
        {
            using var request = x.Request(HttpMethod.Post, "2/media/upload", token, form);
            using var response = await x.Http.SendAsync(request, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            return !response.IsSuccessStatusCode ? Refused(Failures.From(response.StatusCode, body, Call.File))
                : IdOf(body) is { } id ? new(id)
                : Refused(Failures.From(System.Net.HttpStatusCode.BadGateway, body, Call.File));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return Refused(new SendResult.Retryable("X is niet bereikbaar. Het bericht is niet verstuurd.", "connect"));
        }
    }

    private static Uploaded Refused(SendResult refusal) => new("", refusal);

    private static string? IdOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Get("data").Text("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
