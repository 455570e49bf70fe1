using System.Text;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Reading;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_post_told_as_a_mention_and_as_a_reply_has_one_key()
    {
        const string Post = """{"id":"7","author_id":"2","text":"hoi","referenced_tweets":[{"type":"replied_to","id":"5"}]}""";
        var keys = new[] { "post.mention.create", "post.reply.create" }.Select(type => Routed(New(type, Post))[0].Key);
        keys.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Both_generations_give_one_post_one_key() =>
        Routed(Old("""{"id_str":"7","text":"hoi","user":{"id_str":"2"}}"""))[0]
            .Key.ShouldBe(Routed(New("post.mention.create", """{"id":"7","author_id":"2","text":"hoi"}"""))[0].Key);

    [Fact]
    public void Ids_that_a_number_cannot_hold_stay_whole()
    {
        var post = """{"id":2080765813578191303,"text":"hoi","user":{"id":1999999999999999999}}""";
        var message = Message(Old(post));
        (message.PlatformId, message.Author.Ids[0]).ShouldBe(("2080765813578191303", "x:1999999999999999999"));
    }

    [Fact]
    public void The_text_form_of_an_id_counts_before_its_number() =>
        Message(Old("""{"id":2080765813578191300,"id_str":"2080765813578191303","text":"hoi","user":{"id_str":"2"}}"""))
            .PlatformId.ShouldBe("2080765813578191303");

    [Fact]
    public void A_long_post_is_read_whole_in_both_generations()
    {
        var old =
            """{"id_str":"7","text":"kort…","truncated":true,"user":{"id_str":"2"},"extended_tweet":{"full_text":"het hele verhaal"}}""";
        Message(Old(old)).Text.ShouldBe("het hele verhaal");
        var fresh = """{"id":"7","author_id":"2","text":"kort…","note_tweet":{"text":"het hele verhaal"}}""";
        Message(New("post.mention.create", fresh)).Text.ShouldBe("het hele verhaal");
    }

    [Fact]
    public void Html_is_undone_once_and_stays_text() =>
        Message(Old("""{"id_str":"7","text":"a &amp; b &lt;script&gt; &amp;lt;","user":{"id_str":"2"}}"""))
            .Text.ShouldBe("a & b <script> &lt;");

    [Fact]
    public void Links_show_where_they_lead_and_those_of_pictures_are_left_out()
    {
        var post =
            """{"id_str":"7","text":"zie https://t.co/abc https://t.co/pic","user":{"id_str":"2"},"entities":{"urls":[{"url":"https://t.co/abc","expanded_url":"https://zwolle.nl/afval?a=1&b=2"}]},"extended_entities":{"media":[{"id_str":"9","type":"photo","url":"https://t.co/pic","media_url_https":"https://pbs.twimg.com/media/a.jpg"}]}}""";
        var message = Message(Old(post));
        message.Text.ShouldBe("zie https://zwolle.nl/afval?a=1&b=2");
        message.Kind.ShouldBe(MessageKind.Media);
        message.Attachments!.ShouldHaveSingleItem().PlatformFileId.ShouldBe("https://pbs.twimg.com/media/a.jpg");
    }

    [Fact]
    public void A_link_that_leads_to_no_web_page_is_not_followed() =>
        Message(
            Old(
                """{"id_str":"7","text":"https://t.co/abc","user":{"id_str":"2"},"entities":{"urls":[{"url":"https://t.co/abc","expanded_url":"javascript:alert(1)"}]}}"""
            )
        )
            .Text.ShouldBe("https://t.co/abc");

    [Fact]
    public void A_picture_whose_address_is_not_told_is_looked_up()
    {
        var post = """{"id":"7","author_id":"2","text":"kijk","attachments":{"media_keys":["3_44","3_../x"]}}""";
        Message(New("post.mention.create", post)).Attachments!.ShouldHaveSingleItem().PlatformFileId.ShouldBe("lookup:7:3_44");
    }

    [Theory]
    [InlineData("@gemeente @buur hallo", 16, "hallo")]
    [InlineData("@gemeente hallo", 11, "hallo")]
    [InlineData("@gemeente hallo", 5, "@gemeente hallo")]
    [InlineData("hallo @gemeente", 6, "hallo @gemeente")]
    public void Only_the_names_X_does_not_show_are_left_out(string text, int from, string shown)
    {
        var post =
            $$$"""{"id":"7","author_id":"2","text":"{{{text}}}","display_text_range":[{{{from}}},40],"referenced_tweets":[{"type":"replied_to","id":"5"}]}""";
        Message(New("post.reply.create", post)).Text.ShouldBe(shown);
    }

    [Fact]
    public void An_own_reply_is_an_echo_and_an_own_post_to_everybody_is_seen()
    {
        var reply =
            """{"id":"7","author_id":"1","text":"dank","in_reply_to_user_id":"2","referenced_tweets":[{"type":"replied_to","id":"5"}]}""";
        var echo = (InboundEcho)Routed(New("post.create", reply))[0].Content;
        (echo.Recipient.Ids[0], echo.Visibility).ShouldBe(("x:2", Visibility.Public));
        Read(New("post.create", """{"id":"8","author_id":"1","text":"nieuws"}"""))
            .Items[0]
            .ShouldBe(new OnlyVisible("1", "echo", "eigen bericht aan iedereen"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_next_post_of_an_own_thread_is_for_whom_it_names(bool old)
    {
        var fresh =
            """{"id":"7","author_id":"1","text":"verder","in_reply_to_user_id":"1","referenced_tweets":[{"type":"replied_to","id":"5"}],"entities":{"mentions":[{"id":"1"},{"id":"2"}]}}""";
        var before =
            """{"id_str":"7","text":"verder","user":{"id_str":"1"},"in_reply_to_status_id_str":"5","in_reply_to_user_id_str":"1","entities":{"user_mentions":[{"id_str":"1"},{"id_str":"2"}]}}""";
        ((InboundEcho)Routed(old ? Old(before) : New("post.create", fresh))[0].Content).Recipient.Ids.ShouldBe(["x:2"]);
    }

    [Fact]
    public void A_site_that_was_named_without_http_stays_as_it_was_written() =>
        Message(
            Old(
                """{"id_str":"7","text":"zie https://t.co/abc","user":{"id_str":"2"},"entities":{"urls":[{"url":"https://t.co/abc","expanded_url":"http://zwolle.nl","display_url":"zwolle.nl"}]}}"""
            )
        )
            .Text.ShouldBe("zie zwolle.nl");

    [Fact]
    public void A_post_that_is_passed_on_is_no_question()
    {
        Read(Old("""{"id_str":"7","text":"RT","user":{"id_str":"2"},"retweeted_status":{"id_str":"5"}}"""))
            .Items[0]
            .Kind.ShouldBe("ignored");
        Read(New("post.create", """{"id":"7","author_id":"2","text":"RT","referenced_tweets":[{"type":"retweeted","id":"5"}]}"""))
            .Items[0]
            .Kind.ShouldBe("ignored");
    }

    [Fact]
    public void An_edited_post_changes_the_first_one_and_is_not_lost_when_that_named_nobody()
    {
        var items = Routed(New("post.mention.create", """{"id":"9","author_id":"2","text":"beter","edit_history_tweet_ids":["7","9"]}"""));
        items.Select(item => item.Kind).ShouldBe(["message", "edit"]);
        items[0].Key.ShouldBe(Routed(New("post.mention.create", """{"id":"7","author_id":"2","text":"goed"}"""))[0].Key);
        ((InboundEdit)items[1].Content).ShouldSatisfyAllConditions(
            edit => edit.PlatformId.ShouldBe("7"),
            edit => edit.Text.ShouldBe("beter")
        );
    }

    [Fact]
    public void A_deletion_names_the_post_and_its_writer_in_both_generations()
    {
        var old = """{"for_user_id":"1","tweet_delete_events":[{"status":{"id":"7","user_id":"2"},"timestamp_ms":"1763800000000"}]}""";
        ((InboundDeletion)Routed(old)[0].Content).PlatformId.ShouldBe("7");
        ((InboundDeletion)Routed(New("post.delete", """{"id":"7","author_id":"2"}"""))[0].Content).Author!.Ids.ShouldBe(["x:2"]);
        Read(New("post.delete", """{"id":"7","author_id":"1"}""")).Items[0].ShouldBe(new OnlyVisible("1", "deletion", "eigen bericht"));
    }

    [Theory]
    [InlineData("like.create", "ignored")]
    [InlineData("follow.followed", "ignored")]
    [InlineData("dm.indicate_typing", "ignored")]
    [InlineData("dm.read", "ignored")]
    [InlineData("post.something.new", "unsupported")]
    [InlineData("telepathy.received", "unsupported")]
    public void What_is_no_message_is_seen(string type, string kind) =>
        Read(New(type, "{}")).Items.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void One_strange_event_leaves_its_neighbours_alone()
    {
        var body =
            """{"for_user_id":"1","tweet_create_events":[7,{"id_str":"a"},{"id_str":"7","text":"x","user":{"id_str":"2"}}],"favorite_events":[{}]}""";
        Read(body).Items.Select(item => item.Kind).ShouldBe(["unreadable", "unreadable", "message", "ignored"], ignoreOrder: true);
        Read(body).KeepBody.ShouldBeTrue();
    }

    [Fact]
    public void A_post_without_any_event_is_kept() => Read("""{"for_user_id":123,"key":"value"}""").KeepBody.ShouldBeTrue();

    private static string New(string type, string payload) =>
        $$$"""{"data":{"event_uuid":"-1","filter":{"user_id":"1"},"event_type":"{{{type}}}","payload":{{{payload}}}}}""";

    private static string Old(string post) => $$$"""{"for_user_id":"1","tweet_create_events":[{{{post}}}]}""";

    private static ReadPost Read(string body) => Envelope.Read(Encoding.UTF8.GetBytes(body), "demo", Now);

    private static List<ForRouting> Routed(string body) => [.. Read(body).Items.OfType<ForRouting>()];

    private static InboundMessage Message(string body) => (InboundMessage)Routed(body)[0].Content;
}
