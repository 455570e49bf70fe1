using System.Net;
using System.Text.RegularExpressions;

namespace WebcareHub.SystemTests.Harness;

/// <summary>A browser without a screen: it keeps cookies, of this machine also those for secure lines, and follows nothing by itself.</summary>
internal sealed partial class Visitor(Uri workspace) : IDisposable
{
    private readonly Dictionary<string, string> cookies = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    /// <summary>The key of the session, or null for who is not signed in.</summary>
    public string? Session => cookies.GetValueOrDefault("webcare-session");

    /// <summary>As one of the demo's people.</summary>
    public async Task SignIn(string person)
    {
        using var shown = await Get("/aanmelden");
        var page = await shown.Content.ReadAsStringAsync();
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string> { ["person"] = person, ["__RequestVerificationToken"] = Proof().Match(page).Groups[1].Value }
        );
        using var answer = await Send(HttpMethod.Post, new Uri(workspace, "/aanmelden/demo"), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        Session.ShouldNotBeNull();
    }

    /// <summary>By the organisation's provider; the address one ends up at.</summary>
    public async Task<string> SignInByProvider()
    {
        var at = new Uri(workspace, "/aanmelden/organisatie");
        while (at.AbsolutePath is not ("/werkvoorraad" or "/aanmelden"))
        {
            using var answer = await Send(HttpMethod.Get, at);
            answer.StatusCode.ShouldBe(HttpStatusCode.Found, at.AbsolutePath);
            at = new Uri(at, answer.Headers.Location!);
        }

        return at.PathAndQuery;
    }

    public async Task SignOut()
    {
        using var answer = await Send(HttpMethod.Post, new Uri(workspace, "/afmelden"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, new Uri(workspace, path));

    public void Dispose() => http.Dispose();

    /// <summary>Cookies are the workspace's: nobody else gets them.</summary>
    private async Task<HttpResponseMessage> Send(HttpMethod method, Uri address, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(method, address) { Content = content };
        if (address.Authority == workspace.Authority && cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await http.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var (name, value) = set.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (set, "");
            if (value.Length > 0)
                cookies[name] = value;
            else
                cookies.Remove(name);
        }

        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Proof();
}
