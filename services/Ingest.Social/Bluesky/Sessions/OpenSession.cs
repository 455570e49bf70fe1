using System.Text.Json;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Bluesky.Calling;

namespace WebcareHub.Ingest.Social.Bluesky.Sessions;

/// <summary>Refreshes a session; signs in with the password only when that is refused.</summary>
internal sealed class OpenSession(Xrpc xrpc, IConfiguration configuration, TimeProvider time)
{
    private const string Official = "https://bsky.social";
    private const string WrongPassword =
        "Het app-wachtwoord van dit Bluesky-account klopt niet. De beheerder moet een nieuw wachtwoord invullen.";
    private const string SecondFactor =
        "Bluesky vraagt om een code. De beheerder moet een app-wachtwoord invullen, niet het gewone wachtwoord.";
    private const string Ended = "Bluesky heeft dit account geblokkeerd of gesloten. De beheerder moet dit herstellen.";
    private const string Other = "Dit wachtwoord hoort bij een ander Bluesky-account. De beheerder moet de koppeling herstellen.";
    private const string NotAllowed =
        "De server van dit Bluesky-account heeft een adres dat niet mag. De beheerder moet de koppeling herstellen.";
    private const string Away = "Bluesky is niet bereikbaar.";
    private static readonly TimeSpan BetweenLogins = TimeSpan.FromMinutes(5);

    /// <summary>Null when the account has a session now.</summary>
    public async Task<Trouble?> OpenAsync(Account account, Held mine, CancellationToken ct)
    {
        var entry = account.Server ?? new Uri(configuration["Platforms:Bluesky:BaseUrl"] ?? Official);
        var server = mine.Session?.Server ?? (Uri.TryCreate(mine.Kept?.Server, UriKind.Absolute, out var kept) ? kept : entry);
        if (!xrpc.MayCall(entry) || !xrpc.MayCall(server))
        {
            return new(NotAllowed, "address", true);
        }

        // The own token first; then the one another process may have put in the place of it.
        foreach (var refresh in new[] { mine.Refresh, mine.Kept?.Refresh }.OfType<string>().Distinct())
        {
            if (refresh == mine.RefusedRefresh)
            {
                continue;
            }

            var answer = await xrpc.AskAsync(server, new("com.atproto.server.refreshSession", Nothing), refresh, ct);
            if (answer.IsOk || answer.Status is not (400 or 401 or 403))
            {
                return Take(account, mine, answer, server);
            }

            mine.DropRefresh(refresh);
        }

        return await LogInAsync(account, mine, entry, ct);
    }

    private async Task<Trouble?> LogInAsync(Account account, Held mine, Uri entry, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (mine.LastLogin + BetweenLogins - now is { Ticks: > 0 } wait)
        {
            return (mine.LastTrouble ?? new(Away, "login", false)) with { After = wait };
        }

        mine.LastLogin = now;
        var body = new JsonObject { ["identifier"] = account.Id, ["password"] = mine.Password };
        HttpContent Content() => JsonContent.Create(body);
        var answer = await xrpc.AskAsync(entry, new("com.atproto.server.createSession", Content), null, ct);
        if (answer.Status is 0 or >= 500)
        {
            // Nobody was asked for a password.
            mine.LastLogin = null;
        }

        return mine.LastTrouble = Take(account, mine, answer, entry);
    }

    private Trouble? Take(Account account, Held mine, XrpcAnswer answer, Uri server)
    {
        if (!answer.IsOk)
        {
            return Refusal(answer);
        }

        return ReadSession.From(answer.Body, server, time.GetUtcNow()) switch
        {
            null => new(Away, "no-session", false),
            { } session when session.Did != account.Id => new(Other, "other-account", true),
            { } session when !xrpc.MayCall(session.Server) => new(NotAllowed, "address", true),
            _ when answer.Body.Get("active") is { ValueKind: JsonValueKind.False } => new(Ended, "inactive", true),
            { } session => Keep(mine, session),
        };
    }

    private static Trouble? Keep(Held mine, Session session)
    {
        mine.Take(session);
        return null;
    }

    private static Trouble Refusal(XrpcAnswer answer) =>
        answer switch
        {
            { Error: "AuthFactorTokenRequired" } => new(SecondFactor, "second-factor", true),
            { Error: "AccountTakedown" or "AccountDeactivated" or "AccountSuspended" } => new(Ended, "ended", true),
            { Status: 429 } => new(
                "Bluesky staat nu geen nieuwe aanmeldingen toe.",
                "rate",
                false,
                answer.After ?? TimeSpan.FromMinutes(5)
            ),
            { Status: 400 or 401 or 403 } => new(WrongPassword, "password", true),
            _ => new(Away, $"http-{answer.Status}", false, TimeSpan.FromSeconds(15)),
        };

    private static ByteArrayContent Nothing() => new([]);
}
