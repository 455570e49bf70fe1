using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

/// <summary>What never gets into the store, or never comes out as something that runs.</summary>
public sealed class FileStoreTests(TestHub hub) : IClassFixture<TestHub>
{
    private static readonly byte[] Bomb =
    [
        .. Convert.FromHexString("89504E470D0A1A0A0000000D494844520000FFFF0000FFFF08"),
        .. new byte[200],
    ];

    // A whole picture to who looks for one, and a page to who looks for that.
    private static readonly byte[] Polyglot = [.. "GIF89a\u0001\0\u0001\0/*"u8, .. "<script>alert(document.domain)</script>*/=1;"u8];

    [Fact]
    public async Task A_picture_that_unpacks_to_gigabytes_is_refused_with_a_sentence()
    {
        var resident = await ResidentAsync();
        using var refused = await UploadAsync(resident, Bomb, "image/png");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain("megapixel");
    }

    [Theory]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("text/html", "<!doctype html><script>alert(1)</script>")]
    public async Task A_page_or_drawing_is_only_ever_saved_as_text(string type, string content)
    {
        using var shown = await ShownAsync(System.Text.Encoding.UTF8.GetBytes(content), type);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        shown.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        ShouldBeHarmless(shown);
    }

    [Fact]
    public async Task A_picture_that_is_a_page_as_well_stays_a_picture()
    {
        using var shown = await ShownAsync(Polyglot, "text/html");
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/gif");
        ShouldBeHarmless(shown);
    }

    private static void ShouldBeHarmless(HttpResponseMessage shown)
    {
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox; frame-ancestors 'none'");
        shown.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
    }

    private async Task<Guid> ResidentAsync()
    {
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        return resident;
    }

    private async Task<HttpResponseMessage> ShownAsync(byte[] content, string type)
    {
        using var stored = await UploadAsync(await ResidentAsync(), content, type);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await hub.Client.SendAsync(hub.Request(HttpMethod.Get, stored.Headers.Location!.ToString()));
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid resident, byte[] content, string type)
    {
        using var request = hub.Request(HttpMethod.Post, $"/api/v1/files?residentId={resident}");
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await hub.Client.SendAsync(request);
    }
}
