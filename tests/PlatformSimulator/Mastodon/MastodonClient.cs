using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Steers one server of the simulated network; it comes to be when it is first spoken to. Throws when the simulator refuses.</summary>
/// <param name="simulator">Address of the simulator.</param>
/// <param name="server">Name of the server: small letters, digits and dashes.</param>
public sealed class MastodonClient(Uri simulator, string server) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly HttpClient http = new() { BaseAddress = new Uri(simulator, $"simulator/mastodon/{server}/") };

    /// <summary>What an account is registered with: its server.</summary>
    public Uri Address { get; } = new(simulator, $"mastodon/{server}");

    /// <summary>Makes an account of a municipality. Returns its id.</summary>
    public Task<string> AddAccount(NewMastodonAccount account) => Ask<string>(HttpMethod.Post, "accounts", account);

    /// <summary>Somebody posts. Returns the post's id.</summary>
    public Task<string> Post(NewPost post) => Ask<string>(HttpMethod.Post, "posts", post);

    /// <summary>The author changes a post.</summary>
    public Task Edit(string post, string text) => Tell(HttpMethod.Put, $"posts/{post}", new NewText(text));

    /// <summary>The author takes a post away.</summary>
    public Task Delete(string post) => Tell(HttpMethod.Delete, $"posts/{post}", null);

    /// <summary>Somebody gives a post a star.</summary>
    public Task Star(string author, string post) => Tell(HttpMethod.Post, "stars", new NewStar(author, post));

    /// <summary>What stands on the server, oldest first.</summary>
    public Task<IReadOnlyList<PostSeen>> Posts(string? author = null) =>
        Ask<IReadOnlyList<PostSeen>>(HttpMethod.Get, author is null ? "posts" : $"posts?author={Uri.EscapeDataString(author)}");

    /// <summary>Orders trouble.</summary>
    public Task Fail(MastodonFailure failure) => Tell(HttpMethod.Post, "failures", failure);

    /// <summary>The server is well again.</summary>
    public Task Recover() => Tell(HttpMethod.Delete, "failures", null);

    /// <summary>Sets the server up.</summary>
    public Task Behave(MastodonBehaviour behaviour) => Tell(HttpMethod.Put, "behaviour", behaviour);

    /// <summary>Breaks every stream off; new ones are welcome.</summary>
    public Task CutStreams() => Tell(HttpMethod.Post, "cut", null);

    /// <summary>Puts these lines in every stream, as they are.</summary>
    public Task Say(string lines) => Tell(HttpMethod.Post, "say", new NewText(lines));

    /// <summary>What was asked of it.</summary>
    public Task<MastodonCounts> Counts() => Ask<MastodonCounts>(HttpMethod.Get, "counts", null);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<T> Ask<T>(HttpMethod method, string path, object? body = null)
    {
        using var answer = await Send(method, path, body);
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    private async Task Tell(HttpMethod method, string path, object? body) => (await Send(method, path, body)).Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json),
        };
        var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path} → {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
