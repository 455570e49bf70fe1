using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Webhooks;
using WebcareHub.Testing;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class WebhookTests : IAsyncLifetime
{
    private Scene scene = null!;

    public async ValueTask InitializeAsync() => scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    public async Task A_webhook_is_signed_over_its_bytes_with_letters_beyond_ascii_escaped_in_lower_case()
    {
        await scene.Client.Say(Scene.Number, Scene.Resident, "Café á la 😀 1/2 \"ja\"\n\\u00E9");
        await scene.Client.WebhooksDelivered(TimeSpan.FromSeconds(10));

        var (body, signature) = scene.Hub.Posts.Single();
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData("demo-secret"u8, body));
        signature.ShouldBe("sha256=" + hash);
        var text = Encoding.UTF8.GetString(body);
        text.ShouldAllBe(sign => sign < 127);
        text.ShouldContain("Caf\\u00e9 \\u00e1 la \\ud83d\\ude00 1\\/2");
        scene.Hub.Messages.Single()["text"]!["body"]!.GetValue<string>().ShouldBe("Café á la 😀 1/2 \"ja\"\n\\u00E9");
    }

    [Theory]
    [InlineData("sesame", "hello world", "sha256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17")]
    [InlineData("sesame", "hello world2", "sha256=60905fdf409d0b4f721e99f6f25b31567a68a6b45e933d814e17a246be4c5a53")]
    public void The_published_signature_vectors_come_out(string secret, string body, string expected) =>
        Signature.Of(secret, Encoding.UTF8.GetBytes(body)).ShouldBe(expected);

    [Fact]
    public async Task A_webhook_that_is_refused_comes_again_until_it_is_accepted()
    {
        scene.Hub.Refuse(3);

        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
        await scene.Client.WebhooksDelivered(TimeSpan.FromSeconds(20));

        (await scene.Client.Webhooks()).ShouldHaveSingleItem().Answers.ShouldBe([503, 503, 503, 200]);
        scene.Hub.Messages.Select(message => message["id"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_webhook_can_be_posted_fifty_times_at_the_same_moment()
    {
        var written = await scene.Client.Write(
            new WriteMessages([new ResidentMessage(Scene.Number, Scene.Resident, Text: "Hallo")], Copies: 50, AtOnce: true)
        );

        written.Answers.Count(answer => answer == 200).ShouldBe(50);
        scene.Hub.Posts.Count.ShouldBe(50);
        scene.Hub.Posts.Select(post => post.Signature).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Webhooks_come_twice_and_out_of_order_when_told()
    {
        await scene.Client.Behave(new Behaviour(Twice: true, OutOfOrder: true));
        await scene.Client.Write(
            new WriteMessages([.. Enumerable.Range(1, 20).Select(n => new ResidentMessage(Scene.Number, Scene.Resident, Text: $"{n}"))])
        );

        await Eventually.Async(() => scene.Hub.Posts.Count == 40, "every webhook came twice");
        var order = scene
            .Hub.Messages.Select(message => int.Parse(message["text"]!["body"]!.GetValue<string>(), CultureInfo.InvariantCulture))
            .ToArray();
        order.ShouldNotBe(order.Order().ToArray());
        order.Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task Several_messages_can_share_one_webhook()
    {
        await scene.Client.Write(
            new WriteMessages(
                [.. Enumerable.Range(1, 10).Select(n => new ResidentMessage(Scene.Number, $"3161234567{n % 10}", Text: $"{n}"))],
                PerPost: 10
            )
        );
        await scene.Client.WebhooksDelivered(TimeSpan.FromSeconds(10));

        scene.Hub.Posts.Count.ShouldBe(1);
        scene.Hub.Messages.Count().ShouldBe(10);
        scene.Hub.Values.Single()["contacts"]!.AsArray().Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_handshake_succeeds_only_with_the_right_token()
    {
        (await scene.Client.Verify()).ShouldBeTrue();
        (await scene.Client.Verify("wrong")).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_kind_a_resident_can_send_has_the_platforms_shape()
    {
        var first = await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo", "Jan");
        foreach (
            var kind in new[] { "location", "contacts", "button", "list", "reaction", "edit", "revoke", "unsupported", "number-change" }
        )
            await scene.Client.Write(new ResidentMessage(Scene.Number, Scene.Resident, kind, "31687654321", About: first));
        await scene.Client.Write(
            new ResidentMessage(Scene.Number, Scene.Resident, "image", "Kijk", Content: [1, 2, 3], ContentType: "image/png")
        );
        await scene.Client.WebhooksDelivered(TimeSpan.FromSeconds(10));

        JsonNode Of(string type) => scene.Hub.Messages.Single(message => message["type"]!.GetValue<string>() == type);
        Of("location")["location"]!["latitude"].ShouldNotBeNull();
        Of("interactive")["interactive"]!["list_reply"]!["title"].ShouldNotBeNull();
        Of("reaction")["reaction"]!["message_id"]!.GetValue<string>().ShouldBe(first);
        Of("edit")["edit"]!["original_message_id"]!.GetValue<string>().ShouldBe(first);
        Of("revoke")["revoke"]!["original_message_id"]!.GetValue<string>().ShouldBe(first);
        Of("unsupported")["errors"]![0]!["code"]!.GetValue<int>().ShouldBe(131051);
        Of("system")["system"]!["wa_id"]!.GetValue<string>().ShouldBe("31687654321");
        Of("image")["image"]!["sha256"]!.GetValue<string>().ShouldBe(Convert.ToBase64String(SHA256.HashData([1, 2, 3])));
    }
}
