using System.Collections.Concurrent;
using System.Text.Json;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Visitors of a website with their chat open, as their browsers behave.</summary>
internal sealed class ChatVisitors(HttpClient http, int visitors)
{
    internal const string Website = "https://www.voorbeeld.example";
    private static readonly string _mark = "\"id\":\"";
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _heard = new();

    /// <summary>When a message came back over the line it was said on, by the id that its visitor gave it.</summary>
    internal IReadOnlyDictionary<Guid, DateTimeOffset> Heard => _heard;

    /// <summary>Begins as many conversations and follows each, until <paramref name="ct"/> ends. Returns their tokens.</summary>
    internal async Task<IReadOnlyList<string>> OpenAsync(int count, CancellationToken ct)
    {
        ConcurrentBag<string> tokens = [];
        await Parallel.ForAsync(
            0,
            Math.Min(count, visitors),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct },
            async (visitor, token) =>
            {
                string key = await BeginAsync(http, token);
                HttpResponseMessage line = await http.SendAsync(
                    Request(HttpMethod.Get, "/items", key),
                    HttpCompletionOption.ResponseHeadersRead,
                    token
                );
                line.EnsureSuccessStatusCode();
                _ = HearAsync(line, ct);
                tokens.Add(key);
            }
        );
        return [.. tokens];
    }

    /// <summary>What visitors of a chat say, each in turn: who says too much at once is held back.</summary>
    internal static async Task<Func<int, string, HttpRequestMessage>> InTurnAsync(ServiceProcess chat, int visitors)
    {
        using HttpClient http = new() { BaseAddress = chat.Address };
        ConcurrentBag<string> begun = [];
        await Parallel.ForAsync(
            0,
            visitors,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, token) => begun.Add(await BeginAsync(http, token))
        );
        string[] tokens = [.. begun];
        return (n, _) => Message(tokens[n % tokens.Length], Guid.NewGuid(), n);
    }

    internal static HttpRequestMessage Message(string token, Guid id, int n)
    {
        HttpRequestMessage request = Request(HttpMethod.Post, "/messages", token);
        request.Content = JsonContent.Create(new { id, text = $"{SampleTexts.Dutch[n % SampleTexts.Dutch.Count]} ({n})" });
        return request;
    }

    private static async Task<string> BeginAsync(HttpClient http, CancellationToken ct)
    {
        using HttpResponseMessage answer = await http.SendAsync(Request(HttpMethod.Post, "/visits", null), ct);
        JsonElement visit = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(ct);
        return visit.GetProperty("token").GetString()!;
    }

    private async Task HearAsync(HttpResponseMessage line, CancellationToken ct)
    {
        using (line)
        {
            using StreamReader reader = new(await line.Content.ReadAsStreamAsync(ct));
            try
            {
                while (await reader.ReadLineAsync(ct) is { } said)
                {
                    if (said.IndexOf(_mark, StringComparison.Ordinal) is >= 0 and var at)
                    {
                        _heard.TryAdd(Guid.Parse(said.AsSpan(at + _mark.Length, 36)), DateTimeOffset.UtcNow);
                    }
                }
            }
            catch (Exception end) when (ct.IsCancellationRequested || end is IOException)
            {
                // The bench is over.
            }
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        HttpRequestMessage request = new(method, $"/channels/chat/{BenchSystem.Chat}{path}");
        request.Headers.Add("Origin", Website);
        if (token is not null)
        {
            request.Headers.Add("Chat-Token", token);
        }

        return request;
    }
}
