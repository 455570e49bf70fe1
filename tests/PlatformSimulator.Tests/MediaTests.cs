using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class MediaTests : IAsyncLifetime
{
    private static readonly byte[] Picture = RandomNumberGenerator.GetBytes(5000);

    private Scene scene = null!;

    public async ValueTask InitializeAsync() => scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_file_of_a_resident_is_found_by_id_and_fetched_with_the_token()
    {
        var file = await LookUp();

        file["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Picture)));
        (await scene.Graph.GetByteArrayAsync(file["url"]!.GetValue<string>())).ShouldBe(Picture);
    }

    [Fact]
    public async Task The_address_of_a_file_needs_the_token_and_lives_five_minutes()
    {
        var url = (await LookUp())["url"]!.GetValue<string>();

        using var stranger = new HttpClient();
        (await stranger.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await scene.Client.Behave(new Behaviour(ClockOffsetSeconds: 301));
        (await scene.Graph.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_uploaded_file_can_be_sent_and_an_unknown_one_cannot()
    {
        var id = (await (await Upload("image/png")).Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();

        (await scene.Send(Image(id))).EnsureSuccessStatusCode();
        (await scene.SendRefused(Image("404"))).Code.ShouldBe(100);
        (await scene.Client.Received()).Single().MediaId.ShouldBe(id);
    }

    [Fact]
    public async Task A_type_the_platform_does_not_take_is_refused() =>
        (await Upload("application/zip")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private static JsonObject Image(string id)
    {
        var message = Scene.Text("");
        message.Remove("text");
        message["type"] = "image";
        message["image"] = new JsonObject { ["id"] = id, ["caption"] = "De nieuwe borden" };
        return message;
    }

    private async Task<JsonNode> LookUp()
    {
        await scene.Client.Write(new ResidentMessage(Scene.Number, Scene.Resident, "image", Content: Picture, ContentType: "image/jpeg"));
        await scene.Client.WebhooksDelivered(TimeSpan.FromSeconds(10));
        var id = scene.Hub.Messages.Single()["image"]!["id"]!.GetValue<string>();
        return (await scene.Graph.GetFromJsonAsync<JsonNode>($"v23.0/{id}"))!;
    }

    private Task<HttpResponseMessage> Upload(string contentType)
    {
        var file = new ByteArrayContent(Picture);
        file.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { file, "file", "foto" } };
        return scene.Graph.PostAsync($"v23.0/{Scene.Number}/media", form);
    }
}
