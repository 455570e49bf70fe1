using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.SystemTests.Harness;

/// <summary>A colleague at the desk API.</summary>
internal sealed class Desk(Uri routing, string token) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(routing, "api/v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        Timeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>A page of a list: mine, waiting, answered, attention…; all when null.</summary>
    public async Task<ConversationPage> List(string? queue = null, int limit = 100) =>
        (await http.GetFromJsonAsync<ConversationPage>($"conversations?limit={limit}{(queue is null ? "" : $"&queue={queue}")}", Json))!;

    public async Task<ConversationDetail> Open(Guid id) => (await http.GetFromJsonAsync<ConversationDetail>($"conversations/{id}", Json))!;

    /// <summary>The next conversation, now this colleague's; null when nothing waits.</summary>
    public async Task<ConversationRow?> Next()
    {
        using var answer = await http.PostAsync("conversations/next", null);
        answer.EnsureSuccessStatusCode();
        return answer.StatusCode is HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<ConversationRow>(Json);
    }

    /// <summary>
    /// Answers; the HTTP status tells how it went: 202, or 409 on a stale version. Sends whatever it says: the ids in the answers of a test
    /// look like a BSN now and then.
    /// </summary>
    public async Task<HttpStatusCode> TryReply(Guid id, long version, string text)
    {
        using var answer = await http.PostAsJsonAsync(
            $"conversations/{id}/replies",
            new NewReply(version, text, SendDespitePersonalData: true),
            Json
        );
        return answer.StatusCode;
    }

    /// <param name="privately">In a public conversation: to the resident alone.</param>
    public async Task<ReplyAccepted> Reply(Guid id, long version, string text, bool privately = false)
    {
        using var answer = await http.PostAsJsonAsync(
            $"conversations/{id}/replies",
            new NewReply(version, text, Privately: privately),
            Json
        );
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException(
                $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}",
                null,
                answer.StatusCode
            );
        return (await answer.Content.ReadFromJsonAsync<ReplyAccepted>(Json))!;
    }

    public async Task Resolve(Guid id, long version)
    {
        using var answer = await http.PostAsJsonAsync($"conversations/{id}/resolve", new Resolve(version, "answered", null), Json);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => http.Dispose();
}
