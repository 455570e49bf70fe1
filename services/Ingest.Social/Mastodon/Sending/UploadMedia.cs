using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>Puts a colleague's file at the server, to be posted by its id. Uploading twice shows nothing twice.</summary>
internal sealed class UploadMedia(ServerClient client, Servers servers, Pace pace, OutgoingFiles files, ILogger<UploadMedia> log)
{
    private const int Looks = 8;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    internal sealed record Uploaded(string Id, SendResult? Refusal = null);

    public async Task<Uploaded> UploadAsync(Account account, OutboundPart part, Guid file, CancellationToken ct)
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

        if (opened is not { } found)
        {
            return Refused(new SendResult.Final(Failures.FileGone, "file"));
        }

        var facts = await servers.FactsAsync(account, ct);
        var tooLarge = found.ContentType.StartsWith("image/", StringComparison.Ordinal) && found.Content.Length > facts.LargestPicture;
        return tooLarge || facts.FileTypes?.Contains(found.ContentType) == false
            ? Refused(new SendResult.Final(Failures.FileRefused, "file-type"))
            : await PostAsync(account, part, found, ct);
    }

    private async Task<Uploaded> PostAsync(
        Account account,
        OutboundPart part,
        (byte[] Content, string ContentType) file,
        CancellationToken ct
    )
    {
        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        using var form = new MultipartFormDataContent { { content, "file", "bestand" } };
        if (part.Content.FileName is { } name)
        {
            form.Add(new StringContent(name), "description");
        }

        var answer = await client.AskAsync(
            account,
            ServerClient.Request(HttpMethod.Post, account, "api/v2/media", form),
            ct,
            hasOwnLimit: true
        );
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        if (document?.RootElement.Text("id") is not { } id || !Place.IsId(id))
        {
            return Refused(Refusal(account, answer));
        }

        return answer.Status == HttpStatusCode.Accepted ? await AwaitAsync(account, id, ct) : new(id);
    }

    // Taken, and still at work on it: a post with it is refused until it is done.
    private async Task<Uploaded> AwaitAsync(Account account, string id, CancellationToken ct)
    {
        for (var look = 0; look < Looks; look++)
        {
            await Task.Delay(BetweenLooks, ct);
            var answer = await client.GetAsync(account, $"api/v1/media/{id}", ct);
            if (answer.Status == HttpStatusCode.OK)
            {
                return new(id);
            }

            if (answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound)
            {
                return Refused(new SendResult.Final(Failures.FileRefused, "file-type"));
            }
        }

        return Refused(new SendResult.Retryable(Failures.FileNotSent, "file-busy"));
    }

    // Nothing was posted yet: what a server in trouble did with the file does not matter.
    private SendResult Refusal(Account account, Answer answer) =>
        answer.Status switch
        {
            null or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.Retryable(
                Failures.FileNotSent,
                "file"
            ),
            HttpStatusCode.UnprocessableEntity => new SendResult.Final(Failures.FileRefused, "file-type"),
            { } status when !answer.IsWell => Failures.From(status, pace.ToAnswer(account)),
            _ => new SendResult.Retryable(Failures.FileNotSent, "file"),
        };

    private static Uploaded Refused(SendResult refusal) => new("", refusal);
}
