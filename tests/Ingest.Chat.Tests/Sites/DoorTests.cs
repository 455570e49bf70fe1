using System.Net;
using WebcareHub.Ingest.Chat.Sites;

namespace WebcareHub.Ingest.Chat.Tests.Sites;

/// <summary>Who may come in, from which website, with which key.</summary>
public sealed class DoorTests(TestHub hub)
{
    private static readonly (HttpMethod Method, string Path)[] Routes =
    [
        (HttpMethod.Get, ""),
        (HttpMethod.Post, "/visits"),
        (HttpMethod.Get, "/items"),
        (HttpMethod.Post, "/messages"),
        (HttpMethod.Put, $"/files/{Guid.NewGuid()}"),
        (HttpMethod.Get, $"/files/{Guid.NewGuid()}"),
        (HttpMethod.Post, "/receipts"),
        (HttpMethod.Post, "/typing"),
        (HttpMethod.Post, "/ratings"),
    ];

    [Theory]
    [InlineData("https://www.elders.example")]
    [InlineData("https://www.schiermonnikoog.example.elders.example")]
    [InlineData("http://www.schiermonnikoog.example")]
    [InlineData("https://www.schiermonnikoog.example:444")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Another_website_hears_nothing_of_a_chat(string website)
    {
        foreach (var (method, path) in Routes)
        {
            using var answer = await Ask(method, path, website, (await new Visitor(hub).BegunAsync()).Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse(path);
        }

        using var asked = await Ask(HttpMethod.Options, "/messages", website, null);
        asked.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task The_own_website_may_ask_what_it_needs_and_no_more()
    {
        using var asked = await Ask(HttpMethod.Options, "/messages", TestHub.Website, null);

        asked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        asked.Headers.GetValues("Access-Control-Allow-Origin").Single().ShouldBe(TestHub.Website);
        asked.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("Chat-Token");
        asked.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only_and_only_where_it_was_given()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Dit is van mij");
        var elsewhere = new Visitor(hub, TestHub.OtherAccount, TestHub.OtherWebsite) { Token = visitor.Token };
        var guess = new Visitor(hub) { Token = Door.NewToken() };
        var almost = new Visitor(hub) { Token = (visitor.Token![0] == 'A' ? "B" : "A") + visitor.Token[1..] };
        var none = new Visitor(hub);
        foreach (
            var stranger in new[]
            {
                elsewhere,
                guess,
                almost,
                none,
                new Visitor(hub) { Token = "kort" },
            }
        )
        {
            foreach (var (method, path) in Routes.Skip(2))
            {
                using var body = method == HttpMethod.Get ? null : Body(path);
                using var answer = await stranger.SendAsync(method, path, body);
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
                (await answer.Content.ReadAsStringAsync()).ShouldNotContain("van mij");
            }
        }
    }

    [Fact]
    public async Task A_visitor_reads_no_file_of_another()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        using var content = new ByteArrayContent("%PDF-1.7 tekst"u8.ToArray());
        using var kept = await visitor.SendAsync(HttpMethod.Put, $"/files/{Guid.NewGuid()}", content);
        var file = (await kept.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("id").GetGuid();
        var other = await new Visitor(hub).BegunAsync();

        using var own = await visitor.SendAsync(HttpMethod.Get, $"/files/{file}");
        using var foreign = await other.SendAsync(HttpMethod.Get, $"/files/{file}");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        own.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_municipality_sets_its_own_websites_and_sees_no_other()
    {
        using var put = hub.Request(HttpMethod.Put, $"/api/v1/chat/sites/{TestHub.OtherAccount}", TestHub.Municipality, "admin");
        put.Content = JsonContent.Create(new { origins = new[] { "https://www.elders.example" } });
        using var foreign = await hub.Client.SendAsync(put);
        using var list = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, "/api/v1/chat/sites", TestHub.Municipality, "admin"));
        using var colleague = await hub.Client.SendAsync(
            hub.Request(HttpMethod.Get, "/api/v1/chat/sites", TestHub.Municipality, "webcare")
        );

        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var listed = await list.Content.ReadAsStringAsync();
        listed.ShouldContain(TestHub.Website);
        listed.ShouldNotContain("harlingen");
        colleague.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://www.voorbeeld.nl", "https://www.voorbeeld.nl")]
    [InlineData("https://www.voorbeeld.nl/", "https://www.voorbeeld.nl")]
    [InlineData("https://WWW.Voorbeeld.nl:443", "https://www.voorbeeld.nl")]
    [InlineData("https://www.voorbeeld.nl:8443", "https://www.voorbeeld.nl:8443")]
    [InlineData("https://www.voorbeeld.nl/contact", null)]
    [InlineData("http://www.voorbeeld.nl", null)]
    [InlineData("https://iemand@www.voorbeeld.nl", null)]
    [InlineData("https://*.voorbeeld.nl", null)]
    [InlineData("*", null)]
    [InlineData("null", null)]
    [InlineData("", null)]
    public void A_website_is_read_as_a_browser_names_it(string told, string? origin) =>
        Origins.Read(told, development: false).ShouldBe(origin);

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string website, string? token) =>
        await new Visitor(hub) { Token = token }.SendAsync(
            method,
            path,
            method == HttpMethod.Get || method == HttpMethod.Options ? null : Body(path),
            request =>
            {
                request.Headers.Remove("Origin");
                if (website.Length > 0)
                {
                    request.Headers.Add("Origin", website);
                }
            }
        );

    private static HttpContent Body(string path) =>
        path.StartsWith("/files", StringComparison.Ordinal)
            ? new ByteArrayContent("%PDF-1.7"u8.ToArray())
            : JsonContent.Create(
                new
                {
                    id = Guid.NewGuid(),
                    text = "Hallo",
                    score = 8,
                    delivered = 1,
                    seen = 1,
                }
            );
}
