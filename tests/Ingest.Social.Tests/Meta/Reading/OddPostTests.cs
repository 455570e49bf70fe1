using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Meta.Reading;

/// <summary>What nobody meant to send.</summary>
public sealed class OddPostTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Bytes_that_are_no_json_never_throw_and_leave_a_trace() =>
        Prop.ForAll<byte[]>(bytes => Read(bytes).Items.Count > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recorded_post_with_anything_changed_never_throws_and_loses_no_item()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        byte[][] bodies =
        [
            .. new[] { "facebook-page", "instagram", "messenger" }.SelectMany(platform =>
                Payloads
                    .Of(platform)
                    .Where(file => file.EndsWith(".json", StringComparison.Ordinal))
                    .Select(file => Payloads.Read($"{platform}/{file}"))
            ),
        ];
        Prop.ForAll(
                Gen.Choose(0, bodies.Length - 1).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (file, seed) => LosesNothing(Damage(bodies[file], new Random(seed)))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Any_text_comes_through_bounded() =>
        Prop.ForAll<string>(text =>
            {
                var body = Body(JsonSerializer.Serialize(text ?? ""));
                return Read(body).Items.OfType<ForRouting>().Select(item => item.Content).OfType<InboundMessage>().All(IsBounded);
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"\\u0000\\u0000\"")]
    [InlineData("\"<script>alert(1)</script>\"")]
    [InlineData("{\"a\":[{}]}")]
    [InlineData("1e400")]
    public void Strange_texts_are_messages_still(string text) => Read(Body(text)).Items.ShouldHaveSingleItem();

    [Fact]
    public void A_megabyte_of_emoji_is_cut_on_a_whole_one()
    {
        var text = (
            (InboundMessage)((ForRouting)Read(Body($"\"{string.Concat(Enumerable.Repeat("😀", 250_000))}\"")).Items[0]).Content
        ).Text!;
        text.Length.ShouldBeLessThanOrEqualTo(16_384);
        char.IsHighSurrogate(text[^2]).ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_thousand_items_are_kept_and_not_taken_apart()
    {
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"{{\"field\":\"feed\",\"value\":{{\"n\":{number}}}}}"));
        var watch = Stopwatch.StartNew();
        var post = Read(Encoding.UTF8.GetBytes($"{{\"object\":\"page\",\"entry\":[{{\"id\":\"1\",\"changes\":[{items}]}}]}}"));
        (post.Items.Count, post.KeepBody).ShouldBe((5_001, true));
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(10);
    }

    [Fact]
    public void Deeper_than_any_post_is_unreadable() =>
        Read(Encoding.UTF8.GetBytes(new string('[', 5_000) + new string(']', 5_000)))
            .Items.ShouldHaveSingleItem()
            .Kind.ShouldBe("unreadable");

    [Fact]
    public void A_hundred_attachments_become_twenty_and_a_line()
    {
        var all = string.Join(',', Enumerable.Repeat("""{"type":"image","payload":{"url":"https://a.fbcdn.net/x"}}""", 100));
        var message = (InboundMessage)((ForRouting)Read(Message($"{{\"mid\":\"m\",\"attachments\":[{all}]}}")).Items[0]).Content;
        message.Attachments!.Select(file => file.FileId).Distinct().Count().ShouldBe(20);
        message.Text.ShouldBe("En 80 bijlagen die hier niet te zien zijn.");
    }

    [Fact]
    public void A_name_that_is_content_is_not_repeated() =>
        Read(Encoding.UTF8.GetBytes("""{"object":"page","entry":[{"id":"1","changes":[{"field":"mijn bsn is 123456782"}]}]}"""))
            .Items[0]
            .Detail.ShouldBe("veld onbekend");

    private static bool IsBounded(InboundMessage message) =>
        (message.Text?.Length ?? 0) <= 16_500 && (message.ReplyTo?.Length ?? 0) < 1024 && !(message.Text ?? "").Contains('\0');

    // One item at least for everything there is under an entry.
    private static bool LosesNothing(byte[] body)
    {
        var post = Read(body);
        var wanted = 0;
        try
        {
            var root = JsonNode.Parse(body) as JsonObject;
            if (post.Items is [{ Kind: "ignored" } other] && other.Detail.StartsWith("object", StringComparison.Ordinal))
            {
                return true;
            }

            foreach (var entry in (root?["entry"] as JsonArray ?? []).OfType<JsonObject>())
            {
                wanted += new[] { "messaging", "standby", "changes" }.Sum(name => (entry[name] as JsonArray)?.Count ?? 0);
            }
        }
        catch (JsonException)
        {
            wanted = 1;
        }

        return post.Items.Count >= Math.Max(1, wanted);
    }

    private static ReadPost Read(byte[] body) => Envelope.Read(body, "demo", "1", Now);

    private static byte[] Body(string text) => Message($"{{\"mid\":\"m\",\"text\":{text}}}");

    private static byte[] Message(string message) =>
        Encoding.UTF8.GetBytes(
            $"{{\"object\":\"page\",\"entry\":[{{\"id\":\"1\",\"messaging\":[{{\"sender\":{{\"id\":\"2\"}},\"recipient\":{{\"id\":\"1\"}},\"message\":{message}}}]}}]}}"
        );

    // Puts something else in the place of a few leaves or branches.
    private static byte[] Damage(byte[] body, Random random)
    {
        var root = JsonNode.Parse(body)!;
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var places = Places(root).ToArray();
            if (places.Length == 0)
            {
                break;
            }

            var (parent, name, index) = places[random.Next(places.Length)];
            if (parent is JsonObject branch)
            {
                branch[name!] = Odd(random);
            }
            else
            {
                parent.AsArray()[index] = Odd(random);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonNode? Odd(Random random) =>
        random.Next(9) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(int.MinValue, int.MaxValue)),
            2 => JsonValue.Create("\u0000 x \\u00e9"),
            3 => new JsonArray(),
            4 => new JsonObject(),
            5 => JsonValue.Create(true),
            6 => JsonValue.Create(""),
            7 => new JsonArray(new JsonObject { ["id"] = "1" }, JsonValue.Create(7)),
            _ => JsonValue.Create(1e300),
        };

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject branch => branch.SelectMany(child => Places(child.Value).Prepend((branch, child.Key, 0))),
            JsonArray list => list.SelectMany((child, index) => Places(child).Prepend((list, null, index))),
            _ => [],
        };
}
