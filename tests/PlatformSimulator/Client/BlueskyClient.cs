using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebcareHub.PlatformSimulator.Client;

/// <summary>Steers the simulator's Bluesky. Every call throws <see cref="HttpRequestException"/> when the simulator refuses it.</summary>
public sealed class BlueskyClient(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly HttpClient http = new() { BaseAddress = new Uri(address, "simulator/bluesky/"), Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>A new account. Returns its did.</summary>
    public async Task<string> Join(string handle, string? password = null, bool mayChat = true, bool takesChat = true)
    {
        using var answer = await http.PostAsJsonAsync("people", new BlueskyPerson(handle, password, mayChat, takesChat), Json);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Somebody posts. Returns the address.</summary>
    public async Task<string> Post(BlueskyPost post) => (await PostMany(post))[0];

    /// <summary>The same, so many times as it says; each text gets its number.</summary>
    public Task<string[]> PostMany(BlueskyPost post) => Ask<string[]>("posts", post);

    /// <summary>Somebody takes a post back.</summary>
    public async Task Delete(string uri) => (await http.DeleteAsync($"posts?uri={Uri.EscapeDataString(uri)}")).EnsureSuccessStatusCode();

    /// <summary>An account's posts, oldest first.</summary>
    public async Task<IReadOnlyList<BlueskyPostSeen>> PostsOf(string author) =>
        (await http.GetFromJsonAsync<BlueskyPostSeen[]>($"posts?author={Uri.EscapeDataString(author)}", Json))!;

    /// <summary>A picture of somebody, to post. Returns its hash.</summary>
    public async Task<string> Picture(string author, byte[] content)
    {
        using var answer = await http.PostAsync($"pictures?author={Uri.EscapeDataString(author)}", new ByteArrayContent(content));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<string>(Json))!;
    }

    /// <summary>Somebody sends a direct message. Returns its id.</summary>
    public Task<string> Say(string from, string to, string text) => Ask<string>("messages", new BlueskyMessage(from, to, text));

    /// <summary>The direct messages of two people, oldest first.</summary>
    public async Task<IReadOnlyList<BlueskyMessageSeen>> Said(string one, string other) =>
        (
            await http.GetFromJsonAsync<BlueskyMessageSeen[]>(
                $"messages?one={Uri.EscapeDataString(one)}&other={Uri.EscapeDataString(other)}",
                Json
            )
        )!;

    /// <summary>A direct message is deleted.</summary>
    public async Task DeleteMessage(string id) => (await http.DeleteAsync($"messages/{id}")).EnsureSuccessStatusCode();

    /// <summary>Somebody reads a direct message and gives it an emoji.</summary>
    public async Task React(string message, string from, string emoji) =>
        (await http.PostAsJsonAsync("reactions", new BlueskyReaction(message, from, emoji), Json)).EnsureSuccessStatusCode();

    /// <summary>Something goes wrong.</summary>
    public async Task Fail(BlueskyFault fault) => (await http.PostAsJsonAsync("faults", fault, Json)).EnsureSuccessStatusCode();

    /// <summary>Nothing goes wrong any more.</summary>
    public async Task Mend() => (await http.DeleteAsync("faults")).EnsureSuccessStatusCode();

    /// <summary>Changes how it behaves; what is null stays.</summary>
    public async Task Behave(BlueskyBehaviour behaviour) =>
        (await http.PutAsJsonAsync("behaviour", behaviour, Json)).EnsureSuccessStatusCode();

    /// <summary>An account's access tokens end, and its refresh tokens too when asked.</summary>
    public async Task Expire(string did, bool refresh = false) =>
        (await http.PostAsync($"expiry/{did}?refresh={(refresh ? "true" : "false")}", null)).EnsureSuccessStatusCode();

    /// <summary>How often each method was called since the start.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Calls() => (await http.GetFromJsonAsync<Dictionary<string, int>>("calls", Json))!;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<T> Ask<T>(string path, object order)
    {
        using var answer = await http.PostAsJsonAsync(path, order, Json);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Json))!;
    }
}
