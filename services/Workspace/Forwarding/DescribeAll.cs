using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace WebcareHub.Workspace.Forwarding;

/// <summary>One OpenAPI description of all services behind this address: their paths and their schemas together.</summary>
internal sealed class DescribeAll(Destinations destinations, IHttpClientFactory clients)
{
    internal static async Task<IResult> Get(DescribeAll description, CancellationToken ct)
    {
        try
        {
            return TypedResults.Text((await description.MergeAsync(ct)).ToJsonString(), "application/json");
        }
        catch (HttpRequestException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<JsonObject> MergeAsync(CancellationToken ct)
    {
        var http = clients.CreateClient(nameof(DescribeAll));
        var documents = await Task.WhenAll(destinations.All.Select(service => ReadAsync(http, service, ct)));
        var all = documents[0];
        all["info"]!["title"] = "WebcareHub";
        foreach (var document in documents.Skip(1))
        {
            AddMissing(all, document, "paths");
            AddMissing(Child(all, "components"), Child(document, "components"), "schemas");
            AddTags(all, document);
        }

        return all;
    }

    private static async Task<JsonObject> ReadAsync(HttpClient http, Uri service, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, "/api/v1/openapi.json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!.AsObject();
    }

    private static void AddMissing(JsonObject all, JsonObject document, string part)
    {
        foreach (var (name, value) in Child(document, part))
        {
            Child(all, part).TryAdd(name, value?.DeepClone());
        }
    }

    private static void AddTags(JsonObject all, JsonObject document)
    {
        var tags = all["tags"] as JsonArray ?? [];
        var known = tags.Select(tag => (string?)tag!["name"]).ToHashSet();
        foreach (var tag in document["tags"] as JsonArray ?? [])
        {
            if (known.Add((string?)tag!["name"]))
            {
                tags.Add(tag.DeepClone());
            }
        }

        all["tags"] ??= tags;
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject)
        {
            parent[name] = new JsonObject();
        }

        return parent[name]!.AsObject();
    }
}
