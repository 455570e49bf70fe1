using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>What goes wrong at X.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<XFailureKind>))]
public enum XFailureKind
{
    /// <summary>Accepted; the caller never hears so.</summary>
    TimeoutAfterAccept,

    /// <summary>Nothing accepted, and silence.</summary>
    TimeoutBeforeAccept,

    /// <summary>429, until <see cref="XFailure.Seconds"/> from now.</summary>
    TooManyRequests,

    /// <summary>429 because the month's posts are used up.</summary>
    UsedUp,

    /// <summary>503, nothing accepted.</summary>
    ServerError,

    /// <summary>Accepted after a while.</summary>
    Slow,

    /// <summary>201 with errors and without data; nothing accepted.</summary>
    ErrorsOnly,
}

/// <summary>The next <paramref name="Count"/> sends of an account fail.</summary>
public sealed record XFailure(XFailureKind Kind, string? Account = null, int Count = 1, int Milliseconds = 200, int Seconds = 2);

/// <summary>An account of a municipality.</summary>
/// <param name="Refresh">What renews its token, once; null for a token that cannot be renewed.</param>
public sealed record XAccount(string Id, string Handle, string Name, string Token, string? Refresh = null);

/// <summary>A resident does something.</summary>
/// <param name="Kind">mention, reply, quote, repost, edit, delete, direct, encrypted, typing, read or revoke.</param>
/// <param name="About">Post or message that is replied to, quoted, edited, deleted or read.</param>
/// <param name="Old">In the older generation of payloads.</param>
/// <param name="Id">Chosen by the caller, so that it repeats; otherwise new.</param>
/// <param name="Picture">Bytes of a JPEG that goes with it.</param>
/// <param name="AsMention">A reply that names the municipality is told as a mention too, in an event of its own.</param>
public sealed record XWriting(
    string Account,
    string Resident,
    string? Text = null,
    string Kind = "mention",
    string? About = null,
    bool Old = false,
    string? Id = null,
    byte[]? Picture = null,
    bool AsMention = false
);

/// <summary>What was written, and how the hub answered its webhooks.</summary>
public sealed record XWritten(string Id, IReadOnlyList<int> Answers, IReadOnlyList<string?> DeliveryIds);

/// <summary>What a municipality sent and X accepted.</summary>
/// <param name="Kind">post or direct.</param>
/// <param name="Under">The post it replies to.</param>
/// <param name="To">The resident who gets it, or wrote what it replies to.</param>
/// <param name="Thread">The post that began it all.</param>
public sealed record XReceived(
    string Id,
    string Account,
    string Kind,
    string? Text,
    string? Under,
    string? To,
    string? Thread,
    IReadOnlyList<string> Media
);

/// <summary>Steers the simulated X. Every call throws <see cref="HttpRequestException"/> when the simulator refuses it.</summary>
public sealed class XSimulatorClient(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Makes an account known, and its webhook: <c>…/channels/x/APP</c>.</summary>
    public Task RegisterAsync(XAccount account, Uri webhook) => PostAsync("accounts", new XRegistration(account, webhook));

    /// <summary>A resident does something; its webhooks are posted until the hub takes them, at most a minute.</summary>
    public async Task<XWritten> WriteAsync(XWriting writing) =>
        (await (await PostAsync("writings", writing)).Content.ReadFromJsonAsync<XWritten>(Json))!;

    /// <summary>Orders failures for the next sends.</summary>
    public Task FailAsync(XFailure failure) => PostAsync("failures", failure);

    /// <summary>The account's token is worth nothing from now on, until it is renewed.</summary>
    public Task ExpireTokenAsync(string account) => PostAsync($"accounts/{account}/expiry", new { });

    /// <summary>The resident takes no direct messages from now on.</summary>
    public Task CloseDirectAsync(string resident) => PostAsync($"residents/{resident}/closed", new { });

    /// <summary>How many calls of a kind (Post, Direct) an account may still make in this quarter of an hour.</summary>
    public Task LeaveAsync(string account, string call, int calls) => PostAsync($"accounts/{account}/limits/{call}/{calls}", new { });

    /// <summary>Asks the hub whether it holds the secret; true when the answer is right.</summary>
    public async Task<bool> ChallengeAsync(string account) =>
        await (await PostAsync($"accounts/{account}/challenge", new { })).Content.ReadFromJsonAsync<bool>();

    /// <summary>What an account sent, oldest first.</summary>
    public async Task<IReadOnlyList<XReceived>> ReceivedAsync(string account) =>
        (await http.GetFromJsonAsync<List<XReceived>>($"simulator/x/received?account={account}", Json))!;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        var answer = await http.PostAsJsonAsync($"simulator/x/{path}", body, Json);
        return answer.IsSuccessStatusCode
            ? answer
            : throw new HttpRequestException($"{path} → {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>An account and where its webhooks go.</summary>
internal sealed record XRegistration(XAccount Account, Uri Webhook);
