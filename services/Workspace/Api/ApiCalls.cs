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

    internal async Task<T> Put<T>(string path, object body, CancellationToken ct = default) =>
        await Read<T>(await Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = Content(body) }, ct), ct)
        ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);

    /// <summary>Puts something of which the answer tells nothing more.</summary>
    internal async Task Put(string path, object body, CancellationToken ct = default) =>
        (await Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = Content(body) }, ct)).Dispose();

    internal async Task Delete(string path, CancellationToken ct = default) =>
        (await Send(new HttpRequestMessage(HttpMethod.Delete, path), ct)).Dispose();

    /// <summary>Posts bytes as they are, without a length when the stream has none.</summary>
    internal async Task<T> Upload<T>(string path, string contentType, Stream bytes, CancellationToken ct = default)
    {
        using var body = new StreamContent(bytes);
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await Read<T>(await Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = body }, ct), ct)
            ?? throw new ApiRefusal(502, "empty", Texts.ErrorApiAway, []);
    }

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
                return new ApiRefusal(status, Code(problem, status), Words(problem, status) ?? Sentence(status), problem?.Changes ?? []);
            }
            catch (JsonException)
            {
                return new ApiRefusal(status, Code(null, status), Sentence(status), []);
            }
        }
    }

    // The services' own refusals are Dutch sentences; what the framework says has an English title and is for developers.
    private static string? Words(Problem? problem, int status) =>
        status == 422 || status is 400 or 403 or 409 && problem?.Title is { } title && !ForDevelopers.Contains(title)
            ? problem?.Detail
            : null;

    private static string Code(Problem? problem, int status) =>
        problem?.Type?.Split('/', ':').LastOrDefault() is { Length: > 0 } code ? code : $"http-{status}";

    private static string Sentence(int status) =>
        status switch
        {
            401 => Texts.ErrorSignedOut,
            403 => Texts.ErrorForbidden,
            404 => Texts.ErrorNotFound,
            409 => Texts.ErrorStale,
            413 => Texts.ErrorTooLarge,
            429 => Texts.ErrorTooMany,
            >= 400 and < 500 => Texts.ErrorNotDone,
            _ => Texts.ErrorApiAway,
        };

    private static JsonContent? Content(object? body) => body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);

    private static readonly string[] ForDevelopers =
    [
        "Bad request",
        "Forbidden",
        "Conflict",
        "Bad Request",
        "One or more validation errors occurred.",
    ];

    private sealed record Problem(string? Type, string? Title, string? Detail, IReadOnlyList<ThreadItem>? Changes);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
