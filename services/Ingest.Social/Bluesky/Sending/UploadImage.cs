using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>Puts a picture at the account's server, to stand below a post. Uploading twice gives the same blob.</summary>
internal sealed class UploadImage(Sessions.Sessions sessions, OutgoingFiles files, ILogger<UploadImage> log)
{
    /// <summary>Lexicon app.bsky.embed.images.</summary>
    private const int SizeLimit = 1_000_000;
    private const string NotAPicture =
        "Bluesky neemt alleen afbeeldingen aan (JPEG, PNG, WebP of GIF). Zet het bestand op de website en stuur een link.";
    private const string TooLarge = "Deze afbeelding is te groot voor Bluesky (meer dan 1 MB). Maak haar kleiner en stuur haar opnieuw.";
    private const string Gone = "Het bestand is er niet meer.";
    private const string NotOpened = "Het bestand was niet te openen. Het bericht is niet verstuurd.";

    /// <summary>The embed to put in the post, or why not.</summary>
    public async Task<(JsonObject? Embed, SendResult? Refusal)> EmbedAsync(
        Account account,
        OutboundPart part,
        Guid file,
        CancellationToken ct
    )
    {
        var (opened, refusal) = await OpenAsync(part, file, ct);
        if (opened is not { } picture)
        {
            return (null, refusal);
        }

        var answer = await sessions.AskAsync(account, new("com.atproto.repo.uploadBlob", () => ContentOf(picture)), ct);
        if (!answer.IsOk || answer.Body.Get("blob") is not { } blob)
        {
            return (null, answer.IsOk ? new SendResult.Retryable(NotOpened, "no-blob") : Failures.From(answer));
        }

        var image = new JsonObject { ["image"] = JsonNode.Parse(blob.GetRawText()), ["alt"] = part.Content.FileName ?? "" };
        return (new JsonObject { ["$type"] = "app.bsky.embed.images", ["images"] = new JsonArray(image) }, null);
    }

    private async Task<((byte[] Content, string ContentType)? Opened, SendResult? Refusal)> OpenAsync(
        OutboundPart part,
        Guid file,
        CancellationToken ct
    )
    {
        try
        {
            return await files.OpenAsync(part.Municipality, part.ResidentId, file, ct) switch
            {
                null => (null, new SendResult.Final(Gone, "file")),
                { ContentType: not ("image/jpeg" or "image/png" or "image/webp" or "image/gif") } => (
                    null,
                    new SendResult.Final(NotAPicture, "file-type")
                ),
                { Content.Length: > SizeLimit } => (null, new SendResult.Final(TooLarge, "file-size")),
                { } opened => (opened, null),
            };
        }
        catch (Exception exception) when (exception is CryptographicException || Infrastructure.IsAway(exception))
        {
            log.LogWarning("The file of part {Part} was not opened: {Failure}", part.Id, exception.GetType().Name);
            return (null, new SendResult.Retryable(NotOpened, "file"));
        }
    }

    private static ByteArrayContent ContentOf((byte[] Content, string ContentType) picture) =>
        new(picture.Content) { Headers = { ContentType = new MediaTypeHeaderValue(picture.ContentType) } };
}
