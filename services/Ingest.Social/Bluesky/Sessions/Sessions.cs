using System.Collections.Concurrent;
using WebcareHub.Channels.Accounts;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.ServiceDefaults;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.Social.Bluesky.Sessions;

/// <summary>
/// A session per account, refreshed before it ends and kept sealed, so that a restart goes on with it. A new one with the password is made only when
/// refreshing is refused, at most once in five minutes: the network allows 30 in five minutes and 300 a day.
/// </summary>
internal sealed class Sessions(Xrpc xrpc, OpenSession opening, AccountRegister register, TimeProvider time, ILogger<Sessions> log)
{
    internal const string NoAccess = "Dit Bluesky-account heeft geen toegang. De beheerder moet de koppeling herstellen.";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(string App, string Id), Held> held = new();

    /// <summary>Asks as this account. A token that was just refused is refreshed once.</summary>
    public async Task<XrpcAnswer> AskAsync(Account account, Question question, CancellationToken ct)
    {
        for (var first = true; ; first = false)
        {
            var (session, trouble) = await OpenAsync(account, ct);
            if (session is null)
            {
                return new(0, trouble!.Code, default, trouble.After, trouble);
            }

            var answer = await xrpc.AskAsync(session.Server, question, session.Access, ct);
            if (!first || !answer.IsStale)
            {
                return answer;
            }

            Refused(account, session);
        }
    }

    /// <summary>The session of this account; opened when there is none.</summary>
    public async Task<(Session? Session, Trouble? Trouble)> OpenAsync(Account account, CancellationToken ct)
    {
        if (account.AccessToken is not { Length: > 0 } kept)
        {
            return (null, new(NoAccess, "account", true));
        }

        var mine = held.GetOrAdd((account.App, account.Id), _ => new());
        await mine.Gate.WaitAsync(ct);
        try
        {
            var secrets = Secrets.Read(kept);
            mine.Take(secrets);
            if (mine.Session is not { } session || session.Until - Margin <= time.GetUtcNow())
            {
                var trouble = await opening.OpenAsync(account, mine, ct);
                if (trouble is not null)
                {
                    return (null, trouble);
                }
            }

            await KeepAsync(account, mine, ct);
            return (mine.Session, null);
        }
        finally
        {
            mine.Gate.Release();
        }
    }

    /// <summary>The server no longer takes this session's token.</summary>
    public void Refused(Account account, Session session)
    {
        if (held.TryGetValue((account.App, account.Id), out var mine))
        {
            mine.Drop(session);
        }
    }

    /// <summary>How many accounts share the server of this one, itself included: the limit on calls is per address.</summary>
    public int Neighbours(Account account)
    {
        var host = held.GetValueOrDefault((account.App, account.Id))?.Session?.Server.Authority;
        return Math.Max(1, held.Values.Count(one => one.Session?.Server.Authority is { } other && other == host));
    }

    // With the database away the session works on in memory, and is kept with a later call.
    private async Task KeepAsync(Account account, Held mine, CancellationToken ct)
    {
        if (!mine.IsNew || mine.Session is not { } session)
        {
            return;
        }

        try
        {
            var secrets = new Secrets(mine.Password!, session.Refresh, session.Server.ToString());
            await register.KeepTokenAsync(account, secrets.Write(), null, ct);
            mine.IsNew = false;
        }
        catch (Exception exception) when (Infrastructure.IsAway(exception))
        {
            log.LogWarning("A session is kept in memory only for now: {Failure}", exception.GetType().Name);
        }
    }
}

/// <summary>What this process holds of one account's session.</summary>
internal sealed class Held
{
    public SemaphoreSlim Gate { get; } = new(1);

    public Session? Session { get; private set; }

    public string? Password { get; private set; }

    /// <summary>What the accounts say now: another process may have refreshed.</summary>
    public Secrets? Kept { get; private set; }

    /// <summary>Tokens that were refused: trying them again cannot help.</summary>
    public string? RefusedRefresh { get; set; }

    public DateTimeOffset? LastLogin { get; set; }

    public Trouble? LastTrouble { get; set; }

    /// <summary>Not in the database yet.</summary>
    public bool IsNew { get; set; }

    private string? refresh;

    public string? Refresh => refresh ?? Kept?.Refresh;

    /// <summary>Takes what is kept; another password ends all that was known.</summary>
    public void Take(Secrets secrets)
    {
        if (Password != secrets.Password)
        {
            (Password, Session, refresh, RefusedRefresh, LastLogin, LastTrouble, IsNew) = (
                secrets.Password,
                null,
                null,
                null,
                null,
                null,
                false
            );
        }

        Kept = secrets;
    }

    public void Take(Session session) => (Session, refresh, IsNew, LastTrouble) = (session, session.Refresh, true, null);

    /// <summary>The access token is refused; the refresh token may still do.</summary>
    public void Drop(Session session)
    {
        if (Session?.Access == session.Access)
        {
            Session = null;
        }
    }

    /// <summary>The refresh token is refused too.</summary>
    public void DropRefresh(string refused) => (RefusedRefresh, refresh) = (refused, null);
}
