using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Calling;

/// <summary>What is known of an account at its server.</summary>
/// <param name="FileHosts">Where its own pictures come from, and so those of others; null until it was asked.</param>
/// <param name="Failure">What is wrong, for an administrator (Dutch); null when the server knows it.</param>
internal sealed record Own(string Id, IReadOnlyList<string>? FileHosts, string? Failure = null);

/// <summary>Remembers what servers and accounts told: limits for an hour, who an account is for as long as its token is the same.</summary>
internal sealed class Servers(ServerClient client, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (ServerFacts Facts, DateTimeOffset At)> servers = new();
    private readonly ConcurrentDictionary<(string Server, string Id, string? Token), Own> accounts = new();
    private readonly ConcurrentDictionary<(string Server, string Id, string? Token), string?> apps = new();
    private readonly ConcurrentDictionary<string, bool> asked = new();
    private readonly SemaphoreSlim one = new(1);

    /// <summary>What is known without asking; what is usual before the server has told.</summary>
    public ServerFacts Known(Account? account) =>
        account?.Server is { } server && servers.TryGetValue(server.AbsoluteUri, out var found) ? found.Facts : ServerFacts.Usual;

    /// <summary>Whether its server was asked what it is.</summary>
    public bool IsKnown(Account account) => asked.ContainsKey(account.Server!.AbsoluteUri);

    /// <summary>Who the account is, when that is known; nothing is asked.</summary>
    public Own? OwnKnown(Account account) => accounts.GetValueOrDefault(KeyOf(account));

    /// <summary>Who the account is, as it was told before this process was there.</summary>
    public void Remember(Account account, string id) => accounts.TryAdd(KeyOf(account), new(id, null));

    /// <summary>What the server says about itself; the last that is known when it does not answer. Neighbours ask once.</summary>
    public async Task<ServerFacts> FactsAsync(Account account, CancellationToken ct)
    {
        if (Recent(account) is { } known)
        {
            return known;
        }

        await one.WaitAsync(ct);
        try
        {
            return Recent(account) ?? await AskAsync(account, ct);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Who the token is for.</summary>
    public async Task<Own> OwnAsync(Account account, CancellationToken ct, bool withFileHosts = false)
    {
        if (OwnKnown(account) is { } known && !(withFileHosts && known.FileHosts is null))
        {
            return known;
        }

        var answer = await client.GetAsync(account, "api/v1/accounts/verify_credentials", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        return document?.RootElement.Text("id") is { } id && Place.IsId(id)
            ? accounts[KeyOf(account)] = new Own(id, [.. FileHosts(document.RootElement)])
            : new("", null, PullFailures.Of(account, answer));
    }

    /// <summary>The name of the application the token belongs to. Not every server tells: then what we post ourselves is known by its id alone.</summary>
    public async Task<string?> AppAsync(Account account, CancellationToken ct)
    {
        if (apps.TryGetValue(KeyOf(account), out var known))
        {
            return known;
        }

        var answer = await client.GetAsync(account, "api/v1/apps/verify_credentials", ct);
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        return answer.Status is null ? null : apps[KeyOf(account)] = document?.RootElement.Text("name");
    }

    /// <summary>The token was refused: ask again who it is for.</summary>
    public void Forget(Account account) => accounts.TryRemove(KeyOf(account), out _);

    public void Dispose() => one.Dispose();

    private ServerFacts? Recent(Account account) =>
        servers.TryGetValue(account.Server!.AbsoluteUri, out var known) && time.GetUtcNow() - known.At < Fresh ? known.Facts : null;

    private async Task<ServerFacts> AskAsync(Account account, CancellationToken ct)
    {
        var answer = await client.GetAsync(account, "api/v2/instance", ct);
        answer = answer.Status == HttpStatusCode.NotFound ? await client.GetAsync(account, "api/v1/instance", ct) : answer;
        using var document = answer.IsWell ? ReadList.Parse(answer.Body) : null;
        asked[account.Server!.AbsoluteUri] = true;
        if (document is null)
        {
            return Known(account);
        }

        var facts = ServerFacts.Read(document.RootElement);
        servers[account.Server!.AbsoluteUri] = (facts, time.GetUtcNow());
        return facts;
    }

    private static (string, string, string?) KeyOf(Account account) => (account.Server!.AbsoluteUri, account.Id, account.AccessToken);

    private static IEnumerable<string> FileHosts(JsonElement own) =>
        new[] { own.Text("avatar"), own.Text("header") }
            .Select(told => Uri.TryCreate(told, UriKind.Absolute, out var url) ? url.Host : null)
            .OfType<string>();
}
