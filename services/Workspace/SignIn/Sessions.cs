using System.Collections.Concurrent;
using System.Security.Claims;

namespace WebcareHub.Workspace.SignIn;

/// <summary>Bearer tokens of signed-in colleagues. They stay in this process: the browser only holds the key of its session.</summary>
internal sealed class Sessions(TimeProvider time)
{
    /// <summary>Keeps a token and returns the session's key.</summary>
    internal string Open(string token, DateTimeOffset until)
    {
        foreach (var ended in sessions.Where(session => session.Value.Until < time.GetUtcNow()))
        {
            sessions.TryRemove(ended);
        }

        var key = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        sessions[key] = new Session(token, until);
        return key;
    }

    /// <summary>The token of this colleague's session, or null when it has ended.</summary>
    internal string? TokenOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ColleagueClaims.Session) is { } key
        && sessions.TryGetValue(key, out var session)
        && session.Until > time.GetUtcNow()
            ? session.Token
            : null;

    internal void Close(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ColleagueClaims.Session) is { } key)
        {
            sessions.TryRemove(key, out _);
        }
    }

    private sealed record Session(string Token, DateTimeOffset Until);

    private readonly ConcurrentDictionary<string, Session> sessions = new();
}
