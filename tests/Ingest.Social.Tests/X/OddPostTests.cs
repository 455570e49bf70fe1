using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed class OddPostTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Bytes_that_are_no_json_never_throw() =>
        Prop.ForAll<byte[]>(bytes => Read(bytes).Items.Count > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recorded_post_with_anything_changed_never_throws()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var bodies = Payloads.Of("x").Select(file => Payloads.Read($"x/{file}")).ToArray();
        Prop.ForAll(
                Gen.Choose(0, bodies.Length - 1).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (file, seed) => Read(Damage(bodies[file], new Random(seed))).Items.Count > 0
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Any_text_is_bounded_and_well_formed() =>
        Prop.ForAll<string>(text =>
            {
                var body = new JsonObject
                {
                    ["id"] = "7",
                    ["author_id"] = "2",
                    ["text"] = text,
                };
                var read = Text(Read(Event(body)));
                return read is null || read.Length <= 25_000 && IsWellFormed(read);
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("😀", 500_000)]
    [InlineData("e\u0301\u0302", 200_000)]
    [InlineData("@gemeente ", 100_000)]
    [InlineData("https://t.co/abc ", 60_000)]
    [InlineData("&amp;", 200_000)]
    public void An_endless_text_is_cut(string piece, int times)
    {
        var body = new JsonObject
        {
            ["id"] = "7",
            ["author_id"] = "2",
            ["text"] = string.Concat(Enumerable.Repeat(piece, times)),
            ["display_text_range"] = new JsonArray(1_000_000, 2_000_000),
            ["in_reply_to_tweet_id"] = "5",
            ["entities"] = new JsonObject
            {
                ["urls"] = new JsonArray([
                    .. Enumerable
                        .Range(0, 5_000)
                        .Select(i => new JsonObject
                        {
                            ["url"] = "https://t.co/abc",
                            ["expanded_url"] = "https://" + new string('a', 1_900),
                        }),
                ]),
            },
        };
        var read = Text(Read(Event(body)));
        (read ?? "").Length.ShouldBeLessThanOrEqualTo(25_000);
    }

    [Fact]
    public void Lone_surrogates_lose_their_text_and_not_their_message()
    {
        var items = Read(
            Encoding.UTF8.GetBytes(
                """{"data":{"filter":{"user_id":"1"},"event_type":"post.mention.create","payload":{"id":"7","author_id":"2","text":"\ud83d"}}}"""
            )
        ).Items;
        items.ShouldHaveSingleItem().Kind.ShouldBe("message");
    }

    [Fact]
    public void Json_without_a_floor_is_kept_as_unreadable() =>
        Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Items.ShouldHaveSingleItem().Kind.ShouldBe("unreadable");

    [Fact]
    public void Thirty_thousand_messages_of_as_many_people_are_all_read()
    {
        var events = string.Join(
            ',',
            Enumerable
                .Range(1, 30_000)
                .Select(i => $$$"""{"type":"message_create","id":"{{{i}}}","message_create":{"sender_id":"{{{i + 9}}}"}}""")
        );
        var users = string.Join(
            ',',
            Enumerable
                .Range(1, 30_000)
                .Select(i =>
                    $$$"""
                        "{{{i + 9}}}":{"id":"{{{i + 9}}}","name":"n"}
                        """
                )
        );
        var read = Read(Encoding.UTF8.GetBytes($$$"""{"for_user_id":"1","direct_message_events":[{{{events}}}],"users":{{{{users}}}}}"""));
        read.Items.Count(item => item.Kind == "message").ShouldBe(30_000);
    }

    [Fact]
    public void A_name_with_script_stays_a_bounded_name()
    {
        var name = "<script>" + new string('x', 1_000_000);
        var post = new JsonObject
        {
            ["id_str"] = "7",
            ["text"] = "hoi",
            ["user"] = new JsonObject { ["id_str"] = "2", ["name"] = name },
        };
        var body = new JsonObject { ["for_user_id"] = "1", ["tweet_create_events"] = new JsonArray(post) };
        var author = ((InboundMessage)((ForRouting)Read(Encoding.UTF8.GetBytes(body.ToJsonString())).Items[0]).Content).Author;
        author.Name!.Length.ShouldBeLessThanOrEqualTo(100);
    }

    private static byte[] Event(JsonObject payload) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["filter"] = new JsonObject { ["user_id"] = "1" },
                    ["event_type"] = "post.reply.create",
                    ["payload"] = payload,
                },
            }.ToJsonString()
        );

    private static ReadPost Read(byte[] body) => Envelope.Read(body, "demo", Now);

    private static string? Text(ReadPost read) => ((InboundMessage)((ForRouting)read.Items.Single()).Content).Text;

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD) || text.Contains('\ufffd');

    // Puts something else in a few places.
    private static byte[] Damage(byte[] body, Random random)
    {
        var root = JsonNode.Parse(body)!;
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var places = Places(root).ToList();
            var (parent, name, index) = places[random.Next(places.Count)];
            if (parent is JsonObject branch)
            {
                branch[name!] = Other(random);
            }
            else
            {
                parent.AsArray()[index] = Other(random);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonNode? Other(Random random) =>
        random.Next(8) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(int.MinValue, int.MaxValue)),
            2 => JsonValue.Create("\u0000\ud83d x &amp; \\u00e9"),
            3 => new JsonArray(),
            4 => new JsonObject(),
            5 => JsonValue.Create(true),
            6 => JsonValue.Create(""),
            _ => JsonValue.Create(1e300),
        };

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject branch => branch.SelectMany(child => Places(child.Value).Prepend((branch, child.Key, 0))),
            JsonArray list => list.SelectMany((child, i) => Places(child).Prepend((list, null, i))),
            _ => [],
        };
}
