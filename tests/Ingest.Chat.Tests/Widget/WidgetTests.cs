using System.IO.Compression;
using System.Net;
using WebcareHub.Ingest.Chat.Widget;

namespace WebcareHub.Ingest.Chat.Tests.Widget;

/// <summary>The script that a municipality pastes.</summary>
public sealed class WidgetTests(TestHub hub)
{
    [Fact]
    public async Task The_script_is_small_and_may_be_used_by_every_website()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/channels/chat/widget.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await hub.Client.SendAsync(request);
        var packed = await answer.Content.ReadAsByteArrayAsync();

        packed.Length.ShouldBeLessThan(30_000);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        await using var plain = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync()).ShouldContain("customElements.define");
    }

    [Fact]
    public async Task Who_has_the_script_already_gets_it_no_second_time()
    {
        using var first = await hub.Client.GetAsync("/channels/chat/widget.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/channels/chat/widget.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await hub.Client.SendAsync(again);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public void The_script_makes_nothing_of_text_and_asks_for_no_style_of_the_page()
    {
        var script = System.Text.Encoding.UTF8.GetString(new WidgetScript().Plain);

        script.ShouldNotContain("innerHTML");
        script.ShouldNotContain("insertAdjacentHTML");
        script.ShouldNotContain("document.write");
        script.ShouldNotContain("eval(");
        script.ShouldNotContain(".style.");
    }
}
