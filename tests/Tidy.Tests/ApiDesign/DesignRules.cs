using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebcareHub.Tidy.Tests.ApiDesign;

/// <summary>Our own reading of the NL API Design Rules 2.2, for what a description shows. Each fault names its rule.</summary>
internal static partial class DesignRules
{
    internal static IEnumerable<string> Broken(JsonElement document) =>
        About(document)
            .Concat(Operations(document).SelectMany(operation => About(operation.Name, operation.Path, operation.Body)))
            .Concat(Dates(document))
            .Concat(Repeated(document));

    private static IEnumerable<string> About(JsonElement document)
    {
        JsonElement info = document.GetProperty("info");
        if (!document.GetProperty("openapi").GetString()!.StartsWith("3.", StringComparison.Ordinal))
            yield return "doc-openapi: not version 3";
        if (!Version().IsMatch(info.GetProperty("version").GetString()!))
            yield return "semver: the version of the API";
        if (!info.TryGetProperty("contact", out JsonElement contact) || !Has(contact, "name", "email", "url"))
            yield return "doc-openapi-contact: name, email and url";
        if (!document.TryGetProperty("servers", out JsonElement servers) || servers.GetArrayLength() == 0)
            yield return "publish-openapi: no server";
        else if (servers.EnumerateArray().Any(server => !Major().IsMatch(server.GetProperty("url").GetString()!)))
            yield return "uri-version: the major version in the address of the server";
        foreach (string path in document.GetProperty("paths").EnumerateObject().Select(path => path.Name))
            if (!Path().IsMatch(path))
                yield return $"path-segments-kebab-case, no-trailing-slash: {path}";
    }

    private static IEnumerable<string> About(string name, string path, JsonElement operation)
    {
        List<JsonElement> parameters = operation.TryGetProperty("parameters", out JsonElement found) ? [.. found.EnumerateArray()] : [];
        JsonElement responses = operation.GetProperty("responses");
        foreach (JsonElement parameter in parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            if (!Camel().IsMatch(parameter.GetProperty("name").GetString()!))
                yield return $"query-keys-camel-case: {name} {parameter.GetProperty("name")}";
        foreach (string segment in Slot().Matches(path).Select(match => match.Groups[1].Value))
            if (!parameters.Exists(parameter => parameter.GetProperty("name").GetString() == segment))
                yield return $"publish-openapi: {name} does not describe {segment}";
        if ((name.StartsWith("post ", StringComparison.Ordinal) || parameters.Count > 0) && !responses.TryGetProperty("400", out _))
            yield return $"invalid-input: {name} has no 400";
        foreach (JsonProperty response in responses.EnumerateObject())
        foreach (string fault in Answer(response))
            yield return $"{fault}: {name} {response.Name}";
    }

    private static IEnumerable<string> Answer(JsonProperty response)
    {
        if (!response.Value.TryGetProperty("headers", out JsonElement headers) || !Has(headers, "API-Version"))
            yield return "version-header";
        if (
            response.Name[0] is '4' or '5'
            && !(response.Value.TryGetProperty("content", out JsonElement content) && Has(content, "application/problem+json"))
        )
            yield return "problem-details";
    }

    // A moment is named otherwise; what is named a date is a day.
    private static IEnumerable<string> Dates(JsonElement document) =>
        from schema in Schemas(document)
        where schema.Value.TryGetProperty("properties", out _)
        from property in schema.Value.GetProperty("properties").EnumerateObject()
        where
            DateName().IsMatch(property.Name) && !Formats(property.Value).Contains("date")
            || Formats(property.Value).Any(format => format is "time" or "date-time-local")
        select $"date-time: {schema.Name}.{property.Name}";

    private static IEnumerable<string> Repeated(JsonElement document) =>
        Operations(document)
            .GroupBy(operation => operation.Body.TryGetProperty("operationId", out JsonElement id) ? id.GetString() : "")
            .Where(same => same.Key is "" || same.Count() > 1)
            .Select(same => $"publish-openapi: {string.Join(", ", same.Select(operation => operation.Name))} need a name each")
            .Concat(
                document.GetProperty("components").GetProperty("schemas").TryGetProperty("ProblemDetails", out JsonElement problem)
                && Has(problem.GetProperty("properties"), "status", "title", "detail")
                    ? []
                    : ["problem-details: status, title and detail"]
            );

    private static IEnumerable<(string Name, string Path, JsonElement Body)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", path.Name, operation.Value);

    private static JsonElement.ObjectEnumerator Schemas(JsonElement document) =>
        document.GetProperty("components").GetProperty("schemas").EnumerateObject();

    private static IEnumerable<string> Formats(JsonElement schema) =>
        schema.TryGetProperty("format", out JsonElement format) ? [format.GetString()!] : [];

    private static bool Has(JsonElement element, params string[] names) => names.All(name => element.TryGetProperty(name, out _));

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex Version();

    [GeneratedRegex(@"/v\d+$")]
    private static partial Regex Major();

    [GeneratedRegex(@"^(/([a-z0-9]+(-[a-z0-9]+)*|\{[A-Za-z]+\}))*(/_[a-z]+)?$")]
    private static partial Regex Path();

    [GeneratedRegex("^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$")]
    private static partial Regex Camel();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex("^(date|datum)$|[a-z](Date|Datum)$")]
    private static partial Regex DateName();
}
