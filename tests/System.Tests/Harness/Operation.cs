using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebcareHub.SystemTests.Harness;

/// <summary>One operation of a service, as its own description names it.</summary>
internal sealed partial record Operation(ServiceProcess Service, HttpMethod Method, string Path)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Whether it names one thing, rather than a list of what the caller may see.</summary>
    public bool NamesOne => Path.Contains('{');

    public static async Task<IReadOnlyList<Operation>> Of(ServiceProcess service)
    {
        var description = await Http.GetFromJsonAsync<JsonElement>(new Uri(service.Address, "api/v1/openapi.json"));
        return
        [
            .. from path in description.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Name is "get" or "post" or "put" or "patch" or "delete"
            select new Operation(service, new HttpMethod(operation.Name.ToUpperInvariant()), path.Name),
        ];
    }

    /// <summary>Its path with something in each place: what is given for the name of that place.</summary>
    public string For(Func<string, string> id) => Parameter().Replace(Path, match => id(match.Groups[1].Value));

    /// <summary>Calls it for one thing, with a token or without.</summary>
    public async Task<HttpResponseMessage> Call(string? token, Func<string, string>? id = null, string body = "{}")
    {
        using HttpRequestMessage request = new(Method, new Uri(Service.Address, $"api/v1{For(id ?? (_ => Guid.NewGuid().ToString()))}"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Method != HttpMethod.Get)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.SendAsync(request);
    }

    public override string ToString() => $"{Service.Name} {Method} {Path}";

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();
}
