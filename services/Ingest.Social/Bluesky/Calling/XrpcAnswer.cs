using System.Text.Json;
using WebcareHub.Ingest.Social.Bluesky.Sessions;

namespace WebcareHub.Ingest.Social.Bluesky.Calling;

/// <summary>What a server of the network answered.</summary>
/// <param name="Status">HTTP status; 0 when nothing came back.</param>
/// <param name="Error">Name of the error, as the lexicons give it.</param>
/// <param name="After">Not before this long, when the server asks for it.</param>
/// <param name="Trouble">Why there was no session to ask with.</param>
internal sealed record XrpcAnswer(int Status, string? Error, JsonElement Body, TimeSpan? After = null, Trouble? Trouble = null)
{
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The token is no longer taken; a refreshed one may be.</summary>
    public bool IsStale => !IsOk && (Error is "ExpiredToken" or "InvalidToken" || Status == 401);

    public static XrpcAnswer NotReached { get; } = new(0, "connect", default);
}

/// <summary>One question to a server: the method with its parameters, and what is posted along.</summary>
/// <param name="Content">Makes the body; a GET without.</param>
/// <param name="Chat">For the service of direct messages, through the account's own server.</param>
internal sealed record Question(string Path, Func<HttpContent>? Content = null, bool Chat = false);
