using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>Puts a colleague's file at the platform, to be sent by its id. Uploading twice reaches nobody twice.</summary>
internal sealed class UploadFile(Graph graph, OutgoingFiles files, ILogger<UploadFile> log)
{
    internal sealed record Uploaded(string Type, string Id, SendResult? Refusal = null);

    public async Task<Uploaded> UploadAsync(Errand errand, Guid file, CancellationToken ct)
    {
        var part = errand.Part;
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
            ? await PostAsync(errand, found, ct)
            : Refused(new SendResult.Final("Het bestand is er niet meer.", "file"));
    }

    private async Task<Uploaded> PostAsync(Errand errand, (byte[] Content, string ContentType) file, CancellationToken ct)
    {
        var type = TypeOf(file.ContentType);
        try
        {
            using var request = graph.Post(errand.Account, $"{errand.Account.Id}/message_attachments", Form(errand.Surface, type, file));
            using var response = await graph.Http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
            var id = "";
            var read = Answer.Read(
                response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(ct),
                errand.Surface,
                body => Graph.Text(body, "attachment_id") is { } told ? new SendResult.Sent(id = told) : null
            );
            return read switch
            {
                SendResult.Sent => new(type, id),
                SendResult.Unknown => Refused(NotReached(errand.Surface)),
                _ => Refused(read),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return Refused(NotReached(errand.Surface));
        }
    }

    private static MultipartFormDataContent Form(Surface surface, string type, (byte[] Content, string ContentType) file)
    {
        var message = new JsonObject
        {
            ["attachment"] = new JsonObject
            {
                ["type"] = type,
                ["payload"] = new JsonObject { ["is_reusable"] = true },
            },
        };
        var form = new MultipartFormDataContent { { new StringContent(message.ToJsonString()), "message" } };
        if (surface == Surface.Instagram)
        {
            form.Add(new StringContent("instagram"), "platform");
        }

        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        form.Add(content, "filedata", $"bestand.{Extension(file.ContentType)}");
        return form;
    }

    private static SendResult.Retryable NotReached(Surface surface) =>
        new($"{surface.Name} is niet bereikbaar. Het bestand is niet verstuurd.", "connect");

    private static Uploaded Refused(SendResult refusal) => new("", "", refusal);

    private static string TypeOf(string contentType) =>
        contentType.Split('/')[0] switch
        {
            "image" => "image",
            "video" => "video",
            "audio" => "audio",
            _ => "file",
        };

    private static string Extension(string contentType) =>
        contentType switch
        {
            "image/jpeg" => "jpg",
            "text/plain" => "txt",
            "audio/mpeg" => "mp3",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "xlsx",
            _ => contentType[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..],
        };
}
