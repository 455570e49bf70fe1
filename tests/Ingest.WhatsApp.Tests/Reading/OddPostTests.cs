using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.WhatsApp.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Reading;

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
        var bodies = Payloads.Of("whatsapp").Select(file => Payloads.Read($"whatsapp/{file}")).ToArray();
        Prop.ForAll(
                Gen.Choose(0, bodies.Length - 1).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (file, seed) => Read(Damage(bodies[file], new Random(seed))).Items.Count > 0
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void One_strange_message_leaves_its_neighbours_alone()
    {
        var items = Post(
            """[{"id":"a","from":"316","type":"text","text":{"body":"x"}},{"type":"text"},7,{"id":"b","from":"316","type":"text","text":{"body":"y"}}]"""
        ).Items;
        items.OfType<ForRouting>().Select(item => ((InboundMessage)item.Content).PlatformId).ShouldBe(["a", "b"]);
        items.ShouldContain(item => item.Kind == "unreadable");
    }

    [Fact]
    public void A_message_without_an_id_keeps_one_key_when_it_comes_again()
    {
        const string Message = """[{"from":"316","type":"text","text":{"body":"x"}}]""";
        Key(Message).ShouldBe(Key(Message));
    }

    [Fact]
    public void An_edit_keeps_the_id_of_its_message()
    {
        var edit = (InboundEdit)
            (
                (ForRouting)
                    Post(
                        """[{"id":"e1","from":"316","type":"edit","edit":{"original_message_id":"m1","message":{"type":"text","text":{"body":"beter"}}}}]"""
                    ).Items[0]
            ).Content;
        (edit.PlatformId, edit.Text).ShouldBe(("m1", "beter"));
    }

    [Fact]
    public void A_revoke_names_what_is_taken_back() =>
        (
            (InboundDeletion)
                ((ForRouting)Post("""[{"id":"r1","from":"316","type":"revoke","revoke":{"original_message_id":"m1"}}]""").Items[0]).Content
        ).PlatformId.ShouldBe("m1");

    [Theory]
    [InlineData("\"1750000000\"", 1_750_000_000)]
    [InlineData("1750000000000", 1_750_000_000)]
    [InlineData("\"1750000000000\"", 1_750_000_000)]
    [InlineData("1.75e9", 1_750_000_000)]
    public void Seconds_and_milliseconds_are_both_understood(string timestamp, long seconds)
    {
        var post = Post("""[{"id":"a","from":"316","type":"text","timestamp":TIME,"text":{"body":"x"}}]""".Replace("TIME", timestamp));
        ((InboundMessage)((ForRouting)post.Items[0]).Content).SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    [Fact]
    public void A_name_that_is_content_is_not_repeated() =>
        Post("""[{"id":"a","from":"316","type":"mijn bsn is 123456782"}]""").Items[0].Detail.ShouldBe("onbekend");

    private static string Key(string messages) => ((ForRouting)Post(messages).Items[0]).Key;

    private static ReadPost Post(string messages) =>
        Read(
            Encoding.UTF8.GetBytes(
                """{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1"},"messages":MESSAGES}}]}]}""".Replace(
                    "MESSAGES",
                    messages
                )
            )
        );

    private static ReadPost Read(byte[] body) => Envelope.Read(body, "demo", Now);

    // Takes a leaf or branch away, or puts something else in its place.
    private static byte[] Damage(byte[] body, Random random)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return body;
        }

        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, places);
        for (var i = 0; i < random.Next(1, 4) && places.Count > 0; i++)
        {
            var (parent, name, index) = places[random.Next(places.Count)];
            JsonNode? other = random.Next(8) switch
            {
                0 => null,
                1 => JsonValue.Create(random.Next(int.MinValue, int.MaxValue)),
                2 => JsonValue.Create("\u0000\ud83d x \\u00e9"),
                3 => new JsonArray(),
                4 => new JsonObject(),
                5 => JsonValue.Create(true),
                6 => JsonValue.Create(""),
                _ => JsonValue.Create(1e300),
            };
            if (parent is JsonObject branch && name is not null && branch.ContainsKey(name))
            {
                branch[name] = other;
            }
            else if (parent is JsonArray list && index < list.Count)
            {
                list[index] = other;
            }
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static void Collect(JsonNode? node, List<(JsonNode, string?, int)> places)
    {
        switch (node)
        {
            case JsonObject branch:
                foreach (var (name, child) in branch)
                {
                    places.Add((branch, name, 0));
                    Collect(child, places);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    places.Add((list, null, i));
                    Collect(list[i], places);
                }

                break;
        }
    }
}
