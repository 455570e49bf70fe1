using System.Text.Json;
using System.Text.Json.Serialization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Calls of an API: JSON both ways, problems as <see cref="ApiRefusal"/>.</summary>
internal sealed class ApiCalls(HttpClient http)
{
    internal async Task<T> Get<T>(string path, CancellationToken ct = default) =>
        await Read<T>(await Send(new HttpRequestMessage(HttpMethod.Get, path), ct), ct)
        ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);

    internal async Task<T?> Post<T>(string path, object? body = null, CancellationToken ct = default) =>
        await Read<T>(await Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = Content(body) }, ct), ct);

    /// <summary>The answer itself, for files. The caller disposes it.</summary>
    internal Task<HttpResponseMessage> Open(string path, CancellationToken ct) =>
        http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseHeadersRead, ct);

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, ct);
        }
        catch (Exception failure) when (failure is HttpRequestException || failure is TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new ApiRefusal(0, "away", Texts.ErrorApiAway, []);
        }

        return response.IsSuccessStatusCode ? response : throw await Refusal(response, ct);
    }

    private static async Task<T?> Read<T>(HttpResponseMessage response, CancellationToken ct)
    {
        using (response)
        {
            var empty = response.StatusCode == System.Net.HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0;
            return empty ? default : await response.Content.ReadFromJsonAsync<T>(Json, ct);
        }
    }

    private static async Task<ApiRefusal> Refusal(HttpResponseMessage response, CancellationToken ct)
    {
        using (response)
        {
            var status = (int)response.StatusCode;
            try
            {
                var problem = await response.Content.ReadFromJsonAsync<Problem>(Json, ct);
                var detail = status is 400 or 409 ? problem?.Detail : null;
                return new ApiRefusal(status, Code(problem, status), detail ?? Sentence(status), problem?.Changes ?? []);
            }
            catch (JsonException)
            {
                return new ApiRefusal(status, Code(null, status), Sentence(status), []);
            }
        }
    }

    private static string Code(Problem? problem, int status) =>
        problem?.Type?.Split('/', ':').LastOrDefault() is { Length: > 0 } code ? code : $"http-{status}";

    private static string Sentence(int status) =>
        status switch
        {
            401 => Texts.ErrorSignedOut,
            403 => Texts.ErrorForbidden,
            404 => Texts.ErrorNotFound,
            _ => Texts.ErrorApiAway,
        };

    private static JsonContent? Content(object? body) => body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);

    private sealed record Problem(string? Type, string? Detail, IReadOnlyList<ThreadItem>? Changes);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
