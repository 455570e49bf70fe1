using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Origin Origin = new("amt@a.nl", "1", "Webcare", Now);

    [Theory]
    [InlineData("public", Visibility.Public, false, "public")]
    [InlineData("unlisted", Visibility.Public, false, "unlisted")]
    [InlineData("private", Visibility.Private, false, "direct")]
    [InlineData("direct", Visibility.Private, false, "direct")]
    [InlineData("limited", Visibility.Private, false, "direct")]
    [InlineData("iets nieuws", Visibility.Private, false, "direct")]
    [InlineData("public", Visibility.Public, true, "direct")]
    public void An_answer_is_never_wider_than_the_question(string width, Visibility visibility, bool isPrivate, string answered)
    {
        var message = Message(Said.Post(new(Width: width)));
        message.Visibility.ShouldBe(visibility);
        Place.Read(message.ReplyTo)!.AnswerVisibility(isPrivate).ShouldBe(answered);
    }

    [Fact]
    public void A_private_message_has_no_thread_and_a_public_answer_that_of_its_first_post()
    {
        Message(Said.Post(new(Width: "direct", InReplyTo: "5"))).ThreadId.ShouldBeNull();
        Message(Said.Post()).ThreadId.ShouldBe("10");
        Message(Said.Post(new(InReplyTo: "5")), _ => "2").ThreadId.ShouldBe("2");
        Message(Said.Post(new(InReplyTo: "5"))).ThreadId.ShouldBe("5");
    }

    [Fact]
    public void What_the_municipality_wrote_is_never_a_question()
    {
        Read(Mention(Said.Post(new(Author: "1")))).Items[0].Kind.ShouldBe("ignored");
        Told("update", Said.Post(new(Author: "1", App: "Webcare"))).ShouldBeOfType<OnlyVisible>().Detail.ShouldBe("eigen antwoord");
        var echo = (InboundEcho)Told("update", Said.Post(new(Author: "1", App: "Tusky"))).ShouldBeOfType<ForRouting>().Content;
        (echo.PlatformId, echo.Recipient.Ids[0], echo.Visibility).ShouldBe(("10", "mastodon:https://b.nl/@jan", Visibility.Public));
    }

    [Fact]
    public void What_others_post_to_others_is_passed_over()
    {
        Told("update", Said.Post()).ShouldBeNull();
        Told("status.update", Said.Post(new(Edited: true))).ShouldBeNull();
    }

    [Fact]
    public void An_edit_of_who_names_the_municipality_is_handed_on()
    {
        var edit = (InboundEdit)Told("status.update", Said.Post(new(Edited: true, Names: "1"))).ShouldBeOfType<ForRouting>().Content;
        (edit.PlatformId, edit.Text).ShouldBe(("10", "Dag gemeente"));
    }

    [Fact]
    public void A_star_counts_on_an_answer_only()
    {
        Star(Said.Post(new(Author: "1", InReplyTo: "9")))
            .ShouldBeOfType<ForRouting>()
            .Content.ShouldBeOfType<InboundReaction>()
            .TargetId.ShouldBe("10");
        Star(Said.Post(new(Author: "1"))).Kind.ShouldBe("ignored");
    }

    [Theory]
    [InlineData("reblog")]
    [InlineData("follow")]
    [InlineData("iets.nieuws")]
    public void What_is_no_message_is_visible_as_ignored(string type) =>
        Read(new JsonArray(new JsonObject { ["id"] = "3", ["type"] = type }))
            .Items[0]
            .ShouldBe(new OnlyVisible("amt@a.nl", "ignored", type));

    [Fact]
    public void A_deletion_names_what_is_gone_and_nothing_else_is_taken_for_one()
    {
        News("delete", "117024236332527350")
            .Item.ShouldBeOfType<ForRouting>()
            .Content.ShouldBe(new InboundDeletion("117024236332527350", null, Now));
        News("delete", "<script>").Item!.Kind.ShouldBe("unreadable");
        News("filters_changed", "undefined").ShouldBe(new News(null));
        News("iets_nieuws", "{}").Item!.Kind.ShouldBe("unsupported");
        News("update", "{").Item!.Kind.ShouldBe("unreadable");
    }

    [Theory]
    [InlineData("jan", true)]
    [InlineData("jan.p@social.b.nl", true)]
    [InlineData("jan@b.nl:8443", true)]
    [InlineData("jan @kwaad", false)]
    [InlineData("jan@b.nl @kwaad@c.nl", false)]
    [InlineData("", false)]
    public void Only_a_name_is_put_in_an_answer(string acct, bool isOne) => Place.IsAcct(acct).ShouldBe(isOne);

    [Fact]
    public void Script_in_a_name_stays_a_name_and_a_long_one_is_cut()
    {
        var status = Said.Post();
        status["account"]!["display_name"] = "<script>alert(1)</script>" + new string('é', 100_000);
        Message(status).Author.Name!.Length.ShouldBe(200);
    }

    [Fact]
    public void A_hundred_thousand_mentions_are_read_like_one()
    {
        var status = Said.Post(new(Names: "1"));
        status["mentions"] = new JsonArray([
            .. Enumerable.Range(0, 100_000).Select(i => (JsonNode)new JsonObject { ["id"] = $"{i}", ["acct"] = $"p{i}" }),
        ]);
        status["content"] = string.Concat(
            Enumerable.Range(0, 100_000).Select(i => $"<a class=\"mention\" href=\"https://a.nl/@p{i}\">@p{i}</a> ")
        );
        Message(status).Text!.Length.ShouldBeLessThanOrEqualTo(16_384);
    }

    [Fact]
    public void A_text_with_half_a_character_is_visible_as_a_message_without_text()
    {
        var raw = Mention(Said.Post()).ToJsonString().Replace("Dag gemeente", "Dag \\ud83d");
        using var document = JsonDocument.Parse(raw);
        var message = (InboundMessage)((ForRouting)ReadList.Read(Origin, document.RootElement).Items[0]).Content;
        message.Kind.ShouldBe(MessageKind.Unsupported);
    }

    private static JsonArray Mention(JsonObject status) =>
        new(
            new JsonObject
            {
                ["id"] = "3",
                ["type"] = "mention",
                ["status"] = status,
            }
        );

    private static InboundMessage Message(JsonObject status, Func<string?, string?>? rootOf = null) =>
        (InboundMessage)((ForRouting)Read(Mention(status), rootOf).Items[0]).Content;

    private static PostItem Star(JsonObject status) =>
        Read(
            new JsonArray(
                new JsonObject
                {
                    ["id"] = "4",
                    ["type"] = "favourite",
                    ["account"] = new JsonObject { ["id"] = "8", ["url"] = "https://b.nl/@jan" },
                    ["status"] = status,
                }
            )
        ).Items[0];

    private static ReadPost Read(JsonNode list, Func<string?, string?>? rootOf = null)
    {
        using var document = JsonDocument.Parse(list.ToJsonString());
        return ReadList.Read(Origin, document.RootElement, rootOf);
    }

    private static PostItem? Told(string name, JsonObject status) => News(name, status.ToJsonString()).Item;

    private static News News(string name, string data) => ReadEvent.From(Origin, new(name, Encoding.UTF8.GetBytes(data)));
}
