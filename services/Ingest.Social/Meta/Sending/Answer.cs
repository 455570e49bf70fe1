using System.Net;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>What the platform answers to a call, by status and body.</summary>
internal static class Answer
{
    /// <param name="sent">What an accepting answer means; null when it does not say what it should.</param>
    public static SendResult Read(
        HttpStatusCode status,
        ReadOnlyMemory<byte> body,
        Surface surface,
        Func<ReadOnlyMemory<byte>, SendResult?> sent
    )
    {
        if ((int)status is >= 200 and < 300)
        {
            return sent(body)
                ?? new SendResult.Unknown(
                    $"{surface.Name} gaf geen bevestiging. Het is niet zeker of de inwoner dit bericht heeft.",
                    "no-id"
                );
        }

        var error = Graph.ErrorOf(body);
        return error.Code is null ? Failures.From(status, surface) : Failures.From(error, surface);
    }

    /// <summary>Makes one call with a JSON body.</summary>
    public static Task<SendResult> OfAsync(
        this Errand errand,
        Graph graph,
        (string Path, ReadOnlyMemory<byte> Body) request,
        Func<ReadOnlyMemory<byte>, SendResult?> sent,
        CancellationToken ct
    ) =>
        errand.Calls.CallAsync(
            graph.Http,
            graph.Post(errand.Account, request.Path, new LeavingContent(request.Body)),
            (response, body) => Patient(Read(response.StatusCode, body, errand.Surface, sent), response),
            ct
        );

    private static SendResult Patient(SendResult result, HttpResponseMessage response) =>
        result is SendResult.Retryable retry && response.Headers.RetryAfter?.Delta is { } after
            ? retry with
            {
                After = after < TimeSpan.FromMinutes(10) ? after : TimeSpan.FromMinutes(10),
            }
            : result;
}
