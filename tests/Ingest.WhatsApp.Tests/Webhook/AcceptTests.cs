using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Ingest.WhatsApp.Tests.Webhook;

public sealed partial class AcceptTests(TestHub hub, ITestOutputHelper output) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Every_recorded_post_is_taken_and_shows_what_it_became()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        await KnowAsync(Payloads.Of("whatsapp"));
        foreach (var file in Payloads.Of("whatsapp"))
        {
            using var answer = await hub.PostAsync(Payloads.Read($"whatsapp/{file}"));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            var record = (await hub.HeardAsync(Delivery(answer)))[0].Delivery.ShouldNotBeNull();
            record.Items.ShouldNotBeEmpty(file);
            record.Items.ShouldAllBe(item => item.Kind != "unknown-account", file);
            output.WriteLine(
                $"{file, -34} {string.Join("; ", record.Items.Select(item => $"{item.Kind} ({item.Detail})"))}{(record.BodyKept is null ? "" : ", body kept")}"
            );
        }
    }

    [Fact]
    public async Task A_message_of_a_known_account_is_routed_to_its_municipality()
    {
        using var answer = await hub.PostAsync(Post(Text("m1", "31612345678", "Wanneer wordt het papier opgehaald?")));
        var heard = (await hub.HeardAsync(Delivery(answer))).ShouldHaveSingleItem();
        (heard.Municipality, heard.Account).ShouldBe((TestHub.Municipality, TestHub.Number));
        heard.Content.ShouldBeOfType<InboundMessage>().Text.ShouldBe("Wanneer wordt het papier opgehaald?");
        heard.EventKey.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task A_redelivery_has_the_same_key_and_another_delivery()
    {
        var body = Post(Text("again", "31612345678", "hallo"));
        using var first = await hub.PostAsync(body);
        using var second = await hub.PostAsync(body);
        Delivery(first).ShouldNotBe(Delivery(second));
        (await hub.HeardAsync(Delivery(first)))[0].EventKey.ShouldBe((await hub.HeardAsync(Delivery(second)))[0].EventKey);
    }

    [Fact]
    public async Task An_unknown_account_stays_visible_and_keeps_its_body()
    {
        using var answer = await hub.PostAsync(Post(Text("m2", "31612345678", "hallo"), "999"));
        var heard = (await hub.HeardAsync(Delivery(answer)))[0];
        heard.Municipality.ShouldBeNull();
        heard.Delivery!.Items.ShouldHaveSingleItem().Kind.ShouldBe("unknown-account");
        await KeptAsync(heard.Delivery.BodyKept!.Value);
    }

    [Fact]
    public async Task A_post_that_is_no_json_is_kept_sealed_and_reported()
    {
        using var answer = await hub.PostAsync("geen json, wel geheim"u8.ToArray());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var record = (await hub.HeardAsync(Delivery(answer)))[0].Delivery!;
        record.Items.ShouldHaveSingleItem().Kind.ShouldBe("unreadable");
        await KeptAsync(record.BodyKept!.Value);
        var stored = await hub.Database.ScalarAsync<byte[]>("select body from channels.bodies where body_id = $1", record.BodyKept!.Value);
        Encoding.UTF8.GetString(stored!).ShouldNotContain("geheim");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha1=a7012d9f2bc141777afc02b28f302978d60c73c7")]
    public async Task A_wrong_or_missing_signature_is_refused_and_leaves_nothing(string? signature)
    {
        var marker = Guid.NewGuid().ToString();
        using var answer = await hub.PostAsync(Post(Text(marker, "31612345678", "hallo")), signature);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Contains("Delivery-Id").ShouldBeFalse();
        using var later = await hub.PostAsync(Post(Text("after " + marker, "31612345678", "hallo")));
        await hub.HeardAsync(Delivery(later));
        hub.Ear.Inbound.ShouldNotContain(inbound =>
            inbound.Content is InboundMessage && ((InboundMessage)inbound.Content).PlatformId == marker
        );
    }

    [Fact]
    public async Task Only_the_old_signature_is_no_signature()
    {
        var body = Post(Text("sha1", "31612345678", "hallo"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/whatsapp/demo") { Content = new ByteArrayContent(body) };
#pragma warning disable CA5350 // The old signature is what this test is about.
        request.Headers.Add("X-Hub-Signature", "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData("demo-secret"u8, body)));
#pragma warning restore CA5350
        using var answer = await hub.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Three_megabytes_are_taken()
    {
        using var answer = await hub.PostAsync(Post(Text("large", "31612345678", new string('\u200a', 1_000_000))));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((InboundMessage)(await hub.HeardAsync(Delivery(answer)))[0].Content).Text!.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused()
    {
        using var answer = await hub.PostAsync(new byte[10 * 1024 * 1024]);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_thousand_updates_in_one_post_all_arrive()
    {
        var messages = string.Join(',', Enumerable.Range(0, 600).Select(i => Text($"bulk{i}", $"316{i:00000000}", $"bericht {i}")));
        var statuses = string.Join(
            ',',
            Enumerable.Range(0, 400).Select(i => $$"""{"id":"wamid.{{i}}","status":"read","timestamp":"1750000000"}""")
        );
        using var answer = await hub.PostAsync(Post(messages, TestHub.Number, statuses));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var heard = await hub.HeardAsync(Delivery(answer), 600);
        heard.Count.ShouldBe(600);
        heard[0].Delivery!.Items.Count.ShouldBe(1000);
        heard.Skip(1).ShouldAllBe(inbound => inbound.Delivery == null);
    }

    [Fact]
    public async Task An_unknown_app_is_not_found()
    {
        using var answer = await hub.Client.PostAsync("/channels/whatsapp/other", new ByteArrayContent([]));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("demo-verify", HttpStatusCode.OK)]
    [InlineData("wrong", HttpStatusCode.Forbidden)]
    public async Task The_handshake_answers_the_bare_challenge(string token, HttpStatusCode status)
    {
        using var answer = await hub.Client.GetAsync(
            $"/channels/whatsapp/demo?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}"
        );
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync() == "1158201444").ShouldBe(status == HttpStatusCode.OK);
    }

    private async Task KnowAsync(IEnumerable<string> files)
    {
        foreach (var match in files.SelectMany(file => AccountId().Matches(Encoding.UTF8.GetString(Payloads.Read($"whatsapp/{file}")))))
        {
            await hub.Get<AccountRegister>()
                .AddAsync(new("whatsapp", "demo", match.Groups[1].Value, TestHub.Municipality, null, null), default);
        }

        await hub.Get<AccountBook>().ReadAsync(default);
    }

    [GeneratedRegex("\"phone_number_id\": \"([^\"]+)\"")]
    private static partial Regex AccountId();

    private static Guid Delivery(HttpResponseMessage answer) => Guid.Parse(answer.Headers.GetValues("Delivery-Id").Single());

    private Task<long> KeptAsync(Guid body) =>
        Eventually.Async(
            () => hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where body_id = $1", body),
            count => count == 1,
            "the body is kept"
        );

    private static string Text(string id, string from, string text) =>
        """{"id":"ID","from":"FROM","timestamp":"1750000000","type":"text","text":{"body":"BODY"}}"""
            .Replace("ID", id)
            .Replace("FROM", from)
            .Replace("BODY", text);

    private static byte[] Post(string messages, string account = TestHub.Number, string statuses = "") =>
        Encoding.UTF8.GetBytes(
            """{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"ACCOUNT"},"messages":[MESSAGES],"statuses":[STATUSES]}}]}]}"""
                .Replace("ACCOUNT", account)
                .Replace("MESSAGES", messages)
                .Replace("STATUSES", statuses)
        );
}
