using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Reading;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>Meta's Graph API: addresses, the token, and reading errors. Logs nothing; the addresses hold ids.</summary>
internal sealed class Graph : IDisposable
{
    private const string Version = "v23.0";
    private static readonly string[] Official = ["https://graph.facebook.com", "https://graph.instagram.com"];

    private readonly HttpClient http = PlatformHttp.Create();

    private readonly bool anywhere;

    public Graph(IConfiguration configuration, IHostEnvironment environment)
    {
        anywhere = environment.IsDevelopment();
        var told = (configuration["Platforms:Meta:BaseUrl"] ?? Official[0]).TrimEnd('/');
        Root =
            anywhere || Official.Contains(told)
                ? new Uri(told + "/")
                : throw new InvalidOperationException("Platforms:Meta:BaseUrl other than Meta's own is for Development only.");
    }

    /// <summary>Where the platform is, for accounts that say nothing else.</summary>
    public Uri Root { get; }

    /// <summary>For requests made here.</summary>
    public HttpClient Http => http;

    /// <summary>A call in the name of an account, its token in a header and nowhere else.</summary>
    public HttpRequestMessage Post(Account account, string path, HttpContent content) => Request(HttpMethod.Post, account, path, content);

    /// <inheritdoc cref="Post"/>
    public HttpRequestMessage Get(Account account, string path) => Request(HttpMethod.Get, account, path, null);

    /// <summary>Code, subcode and message of an error; nulls where there is nothing to be read.</summary>
    public static GraphError ErrorOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.Get("error");
            return new(error.Number("code"), error.Number("error_subcode"), error.Text("message"));
        }
        catch (JsonException)
        {
            return new(null, null, null);
        }
    }

    /// <summary>A text of the answer's top level, or null.</summary>
    public static string? Text(ReadOnlyMemory<byte> body, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text(name);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, Account account, string path, HttpContent? content) =>
        new(method, new Uri(RootOf(account), $"{Version}/{path}"))
        {
            Content = content,
            Version = HttpVersion.Version11,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken) },
        };

    // An account that signed in by Instagram lives at Instagram's own address. Its token goes nowhere else.
    private Uri RootOf(Account account) =>
        account.Server is { } server && (anywhere || Official.Contains(server.GetLeftPart(UriPartial.Authority))) ? server : Root;
}

/// <summary>An error as the Graph API tells it.</summary>
internal readonly record struct GraphError(int? Code, int? Subcode, string? Message);
