using System.Text.Json;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>Who calls, and with what: token and body as strictly as the platform reads them.</summary>
internal static class Caller
{
    /// <summary>Throws <see cref="RefusedException"/> for a token that may not use this page.</summary>
    public static void MayUse(this HttpRequest request, Page page)
    {
        var token = request.Headers.Authorization.ToString();
        if (!token.StartsWith("Bearer ", StringComparison.Ordinal) || token.Length < 8)
            throw new RefusedException(GraphError.BadToken);
        if (token != $"Bearer {page.Token}")
            throw new RefusedException(MetaErrors.NoPermission);
    }

    /// <summary>The JSON object in the body, with none but these keys.</summary>
    public static async Task<JsonElement> Body(this HttpRequest request, params string[] keys)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(
                request.Body,
                cancellationToken: request.HttpContext.RequestAborted
            );
            body.Allow(keys);
            return body;
        }
        catch (JsonException)
        {
            throw Refuse("The body is not valid JSON.");
        }
    }

    public static void Allow(this JsonElement element, params string[] keys)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            throw Refuse("Param must be a JSON object.");
        foreach (var property in element.EnumerateObject())
            if (!keys.Contains(property.Name, StringComparer.Ordinal))
                throw Refuse($"Unexpected key \"{property.Name}\".");
    }

    public static JsonElement Part(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var part) ? part : throw Refuse($"The parameter {name} is required.");

    public static RefusedException Refuse(string details) => new(GraphError.Parameter(details));

    /// <summary>Turns a refusal into the platform's answer.</summary>
    public static async Task<IResult> Answering(Func<Task<IResult>> call)
    {
        try
        {
            return await call();
        }
        catch (RefusedException refused)
        {
            return refused.Error.ToResult();
        }
    }
}
