using System.Text;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta;
using WebcareHub.Ingest.Social.Meta.Reading;

namespace WebcareHub.Ingest.Social.Tests.Meta.Reading;

/// <summary>What the recorded posts do not hold.</summary>
public sealed class ShapesTests
{
    private const string Page = "100";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_comment_of_a_resident_is_a_public_question_under_its_post()
    {
        var message = (InboundMessage)Only(
            Feed(
                """{"item":"comment","verb":"add","comment_id":"9_1","post_id":"100_9","parent_id":"100_9","from":{"id":"5","name":"Ada"},"created_time":1795000000,"message":"Wanneer?"}"""
            )
        );
        (message.Visibility, message.Text, message.ThreadId, message.QuotedId).ShouldBe((Visibility.Public, "Wanneer?", "100_9", null));
        (message.Author.Ids[0], message.Author.Name).ShouldBe(("fb:5", "Ada"));
        ReplyPlace.Read(message.ReplyTo).ShouldBe(new ReplyPlace(DateTimeOffset.FromUnixTimeSeconds(1795000000), Comment: "9_1"));
    }

    [Fact]
    public void A_comment_below_a_comment_quotes_it() =>
        (
            (InboundMessage)Only(
                Feed(
                    """{"item":"comment","verb":"add","comment_id":"9_2","post_id":"100_9","parent_id":"9_1","from":{"id":"5"},"message":"En?"}"""
                )
            )
        ).QuotedId.ShouldBe("9_1");

    [Theory]
    [InlineData("hide", true)]
    [InlineData("unhide", false)]
    public void Hiding_and_showing_again_are_told(string verb, bool hidden)
    {
        var hiding = (InboundHiding)Only(
            Feed($$"""{"item":"comment","verb":"{{verb}}","comment_id":"9_1","post_id":"100_9","from":{"id":"5"} }""")
        );
        (hiding.PlatformId, hiding.Hidden).ShouldBe(("9_1", hidden));
    }

    [Fact]
    public void A_removal_without_an_author_names_what_is_gone()
    {
        var deletion = (InboundDeletion)Only(Feed("""{"item":"comment","verb":"remove","comment_id":"9_1","post_id":"100_9"}"""));
        (deletion.PlatformId, deletion.Author).ShouldBe(("9_1", null));
    }

    [Fact]
    public void An_edit_keeps_the_id_of_its_comment_and_has_a_key_of_its_own()
    {
        var first = Read(
            Feed("""{"item":"comment","verb":"edited","comment_id":"9_1","post_id":"100_9","from":{"id":"5"},"message":"a"}""")
        );
        var second = Read(
            Feed("""{"item":"comment","verb":"edited","comment_id":"9_1","post_id":"100_9","from":{"id":"5"},"message":"b"}""")
        );
        ((InboundEdit)((ForRouting)first[0]).Content).PlatformId.ShouldBe("9_1");
        ((ForRouting)first[0]).Key.ShouldNotBe(((ForRouting)second[0]).Key);
    }

    [Theory]
    [InlineData("""{"item":"reaction","verb":"add","reaction_type":"love","comment_id":"9_1","post_id":"100_9","from":{"id":"5"}}""", "❤️")]
    [InlineData(
        """{"item":"reaction","verb":"remove","reaction_type":"love","comment_id":"9_1","post_id":"100_9","from":{"id":"5"}}""",
        null
    )]
    public void A_reaction_on_a_comment_is_told(string value, string? emoji) => ((InboundReaction)Only(Feed(value))).Emoji.ShouldBe(emoji);

    [Fact]
    public void What_the_page_posts_itself_is_never_a_question() =>
        Read(Feed("""{"item":"status","verb":"add","post_id":"100_9","from":{"id":"100"},"message":"Nieuws"}"""))
            .ShouldHaveSingleItem()
            .ShouldBe(new OnlyVisible(Page, "echo", "status") { Channel = Channel.Facebook });

    [Fact]
    public void Instagram_without_changes_is_read_too()
    {
        var items = Read(
            """{"object":"instagram","entry":[{"id":"100","time":1795000000,"field":"comments","value":{"id":"7","from":{"id":"5","username":"ada"},"text":"hoi","parent_id":"6","media":{"id":"2","original_media_id":"1"}}}]}"""
        );
        var message = (InboundMessage)((ForRouting)items[0]).Content;
        (message.Author.Ids[0], message.Author.Name, message.ThreadId, message.QuotedId).ShouldBe(("igsid:5", "ada", "1", "6"));
    }

    [Theory]
    [InlineData("""{"id":"7","from":{"id":"100"},"text":"x"}""")]
    [InlineData("""{"id":"7","from":{"id":"5","self_ig_scoped_id":"8"},"text":"x"}""")]
    public void A_comment_of_the_account_itself_is_an_answer(string value)
    {
        var echo = (InboundEcho)Only(
            $$"""{"object":"instagram","entry":[{"id":"100","changes":[{"field":"comments","value":{{value}}}]}]}"""
        );
        (echo.Visibility, echo.PlatformId).ShouldBe((Visibility.Public, "7"));
    }

    [Fact]
    public void A_story_reply_and_its_picture_come_together()
    {
        var message = (InboundMessage)Only(
            Direct(
                "instagram",
                """{"mid":"m","text":"Mooi","reply_to":{"story":{"id":"3","url":"https://lookaside.fbsbx.com/ig_messaging_cdn/?a=1"}}}"""
            )
        );
        (message.Kind, message.Text).ShouldBe((MessageKind.Media, "Mooi\nAntwoord op een story van uw gemeente."));
        message.Attachments.ShouldHaveSingleItem().PlatformFileId.ShouldStartWith("https://lookaside.fbsbx.com/");
    }

    [Fact]
    public void A_place_a_thumb_and_something_unknown_are_lines()
    {
        var message = (InboundMessage)Only(
            Direct(
                "page",
                """{"mid":"m","attachments":[{"type":"location","title":"Thuis","payload":{"coordinates":{"lat":53.4,"long":6.1}}},{"type":"image","payload":{"url":"https://x.fbcdn.net/a","sticker_id":369239263222822}},{"type":"novelty"}]}"""
            )
        );
        (message.Kind, message.Text).ShouldBe(
            (MessageKind.Location, "Locatie: Thuis, 53.4, 6.1\n👍\nEn 1 bijlage die hier niet te zien is.")
        );
    }

    [Fact]
    public void An_unsend_forgets_and_a_reaction_can_be_taken_away()
    {
        ((InboundDeletion)Only(Direct("instagram", """{"mid":"m","is_deleted":true}"""))).PlatformId.ShouldBe("m");
        ((InboundReaction)Only(Item("page", "\"reaction\":{\"mid\":\"m\",\"action\":\"unreact\"}"))).Emoji.ShouldBeNull();
    }

    [Fact]
    public void Metadata_of_ours_settles_the_part_it_names()
    {
        var part = Guid.CreateVersion7();
        var body =
            $$"""{"object":"page","entry":[{"id":"100","messaging":[{"sender":{"id":"100"},"recipient":{"id":"5"},"message":{"mid":"m","is_echo":true,"app_id":1,"metadata":"{{part}}"} }]}]}""";
        var status = Read(body)[0].ShouldBeOfType<ForSending>().Status;
        (status.PartId, status.PlatformId, status.State).ShouldBe((part, "m", DeliveryState.Sent));
    }

    [Fact]
    public void The_account_as_sender_without_a_mark_is_an_echo_too() =>
        (
            (InboundEcho)Only(
                """{"object":"page","entry":[{"id":"100","messaging":[{"sender":{"id":"100"},"recipient":{"id":"5"},"message":{"mid":"m","text":"x"}}]}]}"""
            )
        ).Recipient.Ids.ShouldBe(["psid:5"]);

    [Fact]
    public void Another_object_is_passed_over_and_visible() =>
        Read("""{"object":"whatsapp_business_account","entry":[]}""")
            .ShouldHaveSingleItem()
            .Detail.ShouldBe("object whatsapp_business_account");

    [Fact]
    public void What_is_needed_to_answer_stays_small()
    {
        var id = new string('9', 300);
        var message = (InboundMessage)Only(
            Feed($$"""{"item":"comment","verb":"add","comment_id":"{{id}}","post_id":"{{id}}","from":{"id":"5"},"message":"x"}""")
        );
        Encoding.UTF8.GetByteCount(message.ReplyTo!).ShouldBeLessThan(1024);
    }

    private static InboundContent Only(string body) => Read(body).ShouldHaveSingleItem().ShouldBeOfType<ForRouting>().Content;

    private static IReadOnlyList<PostItem> Read(string body) => Envelope.Read(Encoding.UTF8.GetBytes(body), "demo", null, Now).Items;

    private static string Feed(string value) =>
        $$"""{"object":"page","entry":[{"id":"100","time":1795000000,"changes":[{"field":"feed","value":{{value}}}]}]}""";

    private static string Direct(string kind, string message) => Item(kind, $"\"message\":{message}");

    private static string Item(string kind, string content) =>
        $$"""{"object":"{{kind}}","entry":[{"id":"100","messaging":[{"sender":{"id":"5"},"recipient":{"id":"100"},"timestamp":1795000000000,{{content}}}]}]}""";
}
