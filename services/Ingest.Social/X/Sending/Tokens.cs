using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Npgsql;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// The token of an account, renewed when it ends. What renews it may be used once: one process at a time does so, and the others take what it kept.
/// The app's own id and secret are <c>Apps:NAME:ClientId</c> and <c>Apps:NAME:ClientSecret</c>.
/// </summary>
internal sealed class Tokens(
    XClient x,
    AccountRegister register,
    AccountBook book,
    Database database,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<Tokens> log
) : IDisposable
{
    private const string Ended = "De koppeling met X is verlopen. De beheerder moet het account opnieuw koppelen.";
    private const string NotReached = "X is niet bereikbaar. Het bericht is niet verstuurd.";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1);

    /// <summary>A token, or why there is none.</summary>
    internal sealed record Taken(string Token, SendResult? Refusal = null);

    /// <summary>The token to call with; renewed first when it has ended.</summary>
    public async Task<Taken> TakeAsync(Account account, CancellationToken ct)
    {
        var token = Token.Read(account.AccessToken!);
        return token is { Until: { } until, Refresh: not null } && until - Early <= time.GetUtcNow()
            ? await RenewAsync(account, token.Access, ct)
            : new(token.Access);
    }

    /// <summary>Another token than the one that was refused.</summary>
    public async Task<Taken> RenewAsync(Account account, string refused, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            await using var connection = await database.Timer.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await LockAsync(connection, account, ct);
            await book.ReadAsync(ct);
            var kept = book.Find(account.Channel, account.App, account.Id)?.AccessToken;
            var token = kept is null ? null : Token.Read(kept);
            return token is null ? Refused()
                : token.Access != refused ? new(token.Access)
                : token.Refresh is null ? Refused()
                : await AskAsync(account, token.Refresh, ct);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || Infrastructure.IsAway(exception))
        {
            log.LogWarning("The token of an account of X could not be renewed now: {Failure}", exception.GetType().Name);
            return new("", new SendResult.Retryable(NotReached, "token"));
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static async Task LockAsync(NpgsqlConnection connection, Account account, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(new() { Value = $"token|{account.Channel}|{account.App}|{account.Id}" });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<Taken> AskAsync(Account account, string refresh, CancellationToken ct)
    {
        var app = configuration.GetSection($"Apps:{account.App}");
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh };
        if (app["ClientId"] is { Length: > 0 } id)
        {
            form["client_id"] = id;
        }

        using var request = x.Request(HttpMethod.Post, "2/oauth2/token", null, new FormUrlEncodedContent(form));
        if (app["ClientSecret"] is { Length: > 0 } secret)
        {
            var both = Encoding.UTF8.GetBytes($"{app["ClientId"]?.Trim()}:{secret.Trim()}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(both));
        }

        using var response = await x.Http.SendAsync(request, ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return Refused();
        }

        if (!response.IsSuccessStatusCode || ReadAnswer(body, refresh) is not { } token)
        {
            return new("", new SendResult.Retryable(NotReached, "token"));
        }

        // Whatever happens now, this one must not get lost: the old one no longer counts.
        await register.KeepTokenAsync(account, token.Write(), null, CancellationToken.None);
        await book.ReadAsync(CancellationToken.None);
        return new(token.Access);
    }

    private Token? ReadAnswer(byte[] body, string refresh)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = (JsonElement?)document.RootElement;
            var lives = root.Number("expires_in") is { } seconds ? time.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
            return root.Text("access_token") is { } access ? new(access, root.Text("refresh_token") ?? refresh, lives) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Taken Refused() => new("", new SendResult.Final(Ended, Failures.Unauthorized, AfterRepair: true));
}
