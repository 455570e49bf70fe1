using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Bluesky.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

public sealed class ReadingTests
{
    private const string Account = "did:plc:gemeente";
    private const string Uri = "at://did:plc:inwoner/app.bsky.feed.post/3k2yinh52ne2x";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reply_knows_its_thread_and_what_it_answers()
    {
        const string Root = "at://did:plc:ander/app.bsky.feed.post/3kroot";
        const string Parent = "at://did:plc:gemeente/app.bsky.feed.post/3kparent";
        var message = Message(
            $$$$"""{"$type":"app.bsky.feed.post","text":"En nu?","reply":{"root":{"uri":"{{{{Root}}}}","cid":"r"},"parent":{"uri":"{{{{Parent}}}}","cid":"p"}}}""",
            "reply"
        );
        (message.ThreadId, message.QuotedId, message.Visibility).ShouldBe((Root, Parent, Visibility.Public));
        ReplyPlace.Read(message.ReplyTo).ShouldBe(new ReplyPlace(Uri, "cid1", Root, "r"));
    }

    [Fact]
    public void A_post_of_its_own_is_the_root_of_its_thread()
    {
        var message = Message("""{"$type":"app.bsky.feed.post","text":"Hoi"}""");
        message.ThreadId.ShouldBe(Uri);
        ReplyPlace.Read(message.ReplyTo).ShouldBe(new ReplyPlace(Uri, "cid1", Uri, "cid1"));
        message.Author.Ids.ShouldBe(["did:plc:inwoner"]);
        message.Author.Name.ShouldBe("inwoner.test");
    }

    [Theory]
    [InlineData("like", "ignored like")]
    [InlineData("repost-via-repost", "ignored repost-via-repost")]
    [InlineData("something-new", "ignored something-new")]
    [InlineData("<script>", "ignored onbekend")]
    public void What_is_no_question_is_shown_and_goes_no_further(string reason, string expected)
    {
        var item = Notification("""{"$type":"app.bsky.feed.like"}""", reason);
        (item is OnlyVisible, $"{item.Kind} {item.Detail}").ShouldBe((true, expected));
    }

    [Fact]
    public void What_the_municipality_wrote_itself_is_never_a_question() =>
        Notification("""{"$type":"app.bsky.feed.post","text":"Hoi"}""", author: Account)
            .ShouldBeOfType<OnlyVisible>()
            .Kind.ShouldBe("ignored");

    [Theory]
    [InlineData("""{"author":{"did":"did:plc:a1"}}""")]
    [InlineData("""{"uri":"at://did:plc:a1/app.bsky.feed.post/3k"}""")]
    [InlineData("""{"author":{"did":"javascript:alert(1)"},"uri":"at://did:plc:a1/app.bsky.feed.post/3k"}""")]
    [InlineData("""{"author":{"did":"did:plc:a1"},"uri":"https://evil.example/"}""")]
    [InlineData("7")]
    public void Without_a_writer_or_an_address_it_is_unreadable(string notification)
    {
        using var document = JsonDocument.Parse(notification);
        ReadNotification.From(Account, document.RootElement, Now).Kind.ShouldBe("unreadable");
    }

    [Theory]
    [InlineData("kijk bsky.app/abc... nu", 5, 20, "https://bsky.app/abcdef", "kijk https://bsky.app/abcdef nu")]
    [InlineData("kijk hier nu", 5, 9, "https://bsky.app/x", "kijk hier (https://bsky.app/x) nu")]
    [InlineData("é hier", 3, 7, "https://a.nl", "é hier (https://a.nl)")]
    [InlineData("https://a.nl", 0, 12, "https://a.nl", "https://a.nl")]
    [InlineData("hoi", 2, 90, "https://a.nl", "hoi")]
    [InlineData("hoi", -1, 2, "https://a.nl", "hoi")]
    [InlineData("hoi", 2, 1, "https://a.nl", "hoi")]
    [InlineData("é", 1, 2, "https://a.nl", "é")]
    [InlineData("hoi", 0, 3, "javascript:alert(1)", "hoi")]
    public void A_link_is_written_out_and_a_strange_facet_says_nothing(string text, int start, int end, string uri, string expected)
    {
        var facets =
            $$$$"""[{"index":{"byteStart":{{{{start}}}},"byteEnd":{{{{end}}}}},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"{{{{uri}}}}"}]}]""";
        using var document = JsonDocument.Parse(facets);
        ReadFacets.Written(text, document.RootElement).ShouldBe(expected);
    }

    [Fact]
    public void A_broken_surrogate_leaves_a_message_that_says_so()
    {
        var message = Message("""{"$type":"app.bsky.feed.post","text":"hoi \ud83d"}""");
        (message.Kind, message.Text).ShouldBe((MessageKind.Unsupported, "De tekst van dit bericht is niet te lezen."));
    }

    [Fact]
    public void A_megabyte_of_emoji_is_bounded() =>
        Message($$"""{"$type":"app.bsky.feed.post","text":"{{string.Concat(Enumerable.Repeat("😀", 250_000))}}"}""")
            .Text!.Length.ShouldBeLessThanOrEqualTo(16_384);

    [Fact]
    public void A_clock_that_is_wrong_is_not_believed()
    {
        Moment("2999-01-01T00:00:00Z").ShouldBe(Now);
        Moment("gisteren").ShouldBe(Now);
        Moment("2026-11-22T11:00:00.123").ShouldBe(new DateTimeOffset(2026, 11, 22, 11, 0, 0, 123, TimeSpan.Zero));
    }

    [Fact]
    public void A_line_that_repeats_a_message_makes_no_second_one()
    {
        const string Told =
            """{"id":"m1","rev":"2","text":"Hoi","sender":{"did":"did:plc:inwoner"},"sentAt":"2026-11-22T11:00:00Z","$type":"chat.bsky.convo.defs#messageView"}""";
        var body = $$$$"""
            {"logs":[
              {"$type":"chat.bsky.convo.defs#logCreateMessage","rev":"2","convoId":"c","message":{{{{Told}}}}},
              {"$type":"chat.bsky.convo.defs#logReadMessage","rev":"3","convoId":"c","message":{{{{Told}}}}},
              {"$type":"chat.bsky.convo.defs#logAddReaction","rev":"4","convoId":"c","message":{{{{Told}}}},"reaction":{"value":"👍","sender":{"did":"did:plc:inwoner"}}},
              {"$type":"chat.bsky.convo.defs#logAddReaction","rev":"5","convoId":"c","message":{{{{Told}}}},"reaction":{"value":"👍","sender":{"did":"did:plc:gemeente"}}}]}
            """;
        Envelope
            .Read(Encoding.UTF8.GetBytes(body), Account, Now)
            .Items.Select(item => $"{item.Kind} {item.Detail}")
            .ShouldBe(["message direct", "ignored logReadMessage", "reaction reactie", "ignored reactie van de gemeente zelf"]);
    }

    [Fact]
    public void One_strange_notification_leaves_its_neighbours_alone()
    {
        var good = Json("""{"$type":"app.bsky.feed.post","text":"x"}""", "mention", "did:plc:inwoner");
        var items = Envelope.Read(Encoding.UTF8.GetBytes($$"""{"notifications":[{{good}},7,{"uri":[]},{{good}}]}"""), Account, Now).Items;
        items.Select(item => item.Kind).ShouldBe(["message", "unreadable", "unreadable", "message"]);
    }

    [Fact]
    public void A_record_as_deep_as_a_well_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000);
        Message($$"""{"$type":"app.bsky.feed.post","text":"x","odd":{{deep}}}""").Text.ShouldBe("x");
    }

    [Fact]
    public void Bytes_that_are_no_json_never_throw() =>
        Prop.ForAll<byte[]>(bytes => Envelope.Read(bytes, Account, Now).Items.Count > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recorded_answer_with_anything_changed_never_throws()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var bodies = Payloads.Of("bluesky").Select(file => Payloads.Read($"bluesky/{file}")).ToArray();
        Prop.ForAll(
                Gen.Choose(0, bodies.Length - 1).ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (file, seed) => Envelope.Read(Damage(bodies[file], new Random(seed)), Account, Now).Items.Count > 0
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Any_facets_over_any_text_never_throw_and_lose_no_text() =>
        Prop.ForAll<NonNull<string>, int, int>(
                (text, start, end) =>
                {
                    var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
                    using var facets = JsonDocument.Parse(
                        $$$$"""[{"index":{"byteStart":{{{{start}}}},"byteEnd":{{{{end}}}}},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://a.nl/"}]}]"""
                    );
                    var written = ReadFacets.Written(whole, facets.RootElement);
                    return written.Replace(" (https://a.nl/)", "", StringComparison.Ordinal).Length >= whole.Length
                        || written.Contains("https://a.nl/", StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    private static byte[] Damage(byte[] body, Random random)
    {
        var damaged = body.ToArray();
        for (var i = 0; i < 3; i++)
        {
            damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:0"[random.Next(8)];
        }

        return damaged;
    }

    private static DateTimeOffset Moment(string told)
    {
        using var document = JsonDocument.Parse($$"""{"at":"{{told}}"}""");
        return Told.Moment(document.RootElement, "at", Now);
    }

    private static InboundMessage Message(string record, string reason = "mention") =>
        (InboundMessage)((ForRouting)Notification(record, reason)).Content;

    private static PostItem Notification(string record, string reason = "mention", string author = "did:plc:inwoner")
    {
        using var document = JsonDocument.Parse(Json(record, reason, author), new JsonDocumentOptions { MaxDepth = 2048 });
        return ReadNotification.From(Account, document.RootElement, Now);
    }

    private static string Json(string record, string reason, string author) =>
        $$"""{"uri":"{{Uri}}","cid":"cid1","author":{"did":"{{author}}","handle":"inwoner.test"},"reason":"{{reason}}","record":{{record}},"indexedAt":"2026-11-22T11:59:00.000Z"}""";
}
