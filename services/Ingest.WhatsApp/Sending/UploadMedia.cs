using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>Puts a colleague's file at the platform, to be sent by its id. Uploading twice reaches nobody twice.</summary>
internal sealed class UploadMedia(GraphClient graph, OutgoingFiles files, ILogger<UploadMedia> log)
{
    internal sealed record Uploaded(string Type, string Id, SendResult? Refusal = null);

    public async Task<Uploaded> UploadAsync(OutboundPart part, Guid file, string token, CancellationToken ct)
    {
        (byte[], string)? opened;
        try
        {
            opened = await files.OpenAsync(part.Municipality, part.ResidentId, file, ct);
        }
        catch (Exception exception) when (exception is CryptographicException || Infrastructure.IsAway(exception))
        {
            log.LogWarning("The file of part {Part} was not opened: {Failure}", part.Id, exception.GetType().Name);
            return Refused(new SendResult.Retryable("Het bestand was niet te openen. Het bericht is niet verstuurd.", "file"));
        }

        return opened is { } found
            ? await PostAsync(part, found, token, ct)
            : Refused(new SendResult.Final("Het bestand is er niet meer.", "file"));
    }

    private async Task<Uploaded> PostAsync(
        OutboundPart part,
        (byte[] Content, string ContentType) opened,
        string token,
        CancellationToken ct
    )
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("whatsapp"), "messaging_product");
        form.Add(new StringContent(opened.ContentType), "type");
        var content = new ByteArrayContent(opened.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(opened.ContentType);
        form.Add(content, "file", $"bestand.{Extension(opened.ContentType)}");
        try
        {
            using var response = await graph.PostAsync($"{part.Account}/media", form, token, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            return response.IsSuccessStatusCode && IdOf(body) is { } id
                ? new(TypeOf(opened.ContentType), id)
                : Refused(Failures.From(GraphClient.CodeOf(body) ?? 131053));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return Refused(new SendResult.Retryable("WhatsApp is niet bereikbaar. Het bestand is niet verstuurd.", "connect"));
        }
    }

    private static Uploaded Refused(SendResult refusal) => new("", "", refusal);

    private static string? IdOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TypeOf(string contentType) =>
        contentType switch
        {
            "image/jpeg" or "image/png" => "image",
            "video/mp4" or "video/3gpp" => "video",
            "audio/aac" or "audio/mp4" or "audio/mpeg" or "audio/amr" or "audio/ogg" => "audio",
            _ => "document",
        };

    private static string Extension(string contentType) =>
        contentType switch
        {
            "image/jpeg" => "jpg",
            "application/pdf" => "pdf",
            "text/plain" => "txt",
            "audio/mpeg" => "mp3",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
            _ => contentType[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..],
        };
}
