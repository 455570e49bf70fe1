using System.Text;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Media;
using WebcareHub.Ingest.Social.X.Reading;
using WebcareHub.Ingest.Social.X.Sending;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed class PayloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Expected { get; } =
        new()
        {
            { "aaa-mark-read-01.json", "status read" },
            {
                "aaa-tweet-create-03.json",
                "message mention Public x:2 SurveyJoy | @chatwootapp Testing a sample tweet with Twitter client"
            },
            { "aaa-user-revoke-01.json", "ignored toegang ingetrokken" },
            {
                "activity-chat-received-01.json",
                "unsupported chat Private x:2222222222222222222  | Een versleuteld bericht. De inhoud is alleen in X zelf te lezen."
            },
            { "activity-dm-received-01.json", "message direct Private x:2222222222222222222 OtherUser | hello!" },
            { "activity-dm-sent-01.json", "echo direct Private x:2244994945 X Developers | Thanks for the update!" },
            { "activity-mention-01.json", "message mention Public x:2222222222222222222 OtherUser | hey @ExampleUser" },
            {
                "activity-quote-01.json",
                "message quote Public x:2222222222222222222  | Adding some context to this. https://twitter.com/ExampleUser/status/2080761390344937796"
            },
            { "activity-reply-01.json", "message reply Public x:2222222222222222222  | Great post — thanks for sharing!" },
            // Answers to questions of ours; were they posted, they would be seen and kept.
            { "v2-dm-events-02.json", "unsupported MessageCreate; unsupported MessageCreate" },
            { "v2-dm-send-01.json", "unreadable zonder soort" },
            { "v2-partial-error-01.json", "unreadable zonder soort" },
        };

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_recorded_post_becomes_what_it_is(string file, string expected)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        string.Join("; ", Read(file).Items.Select(Describe)).ShouldBe(expected);
    }

    [Fact]
    public void Every_recorded_post_has_an_expectation()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Payloads.Of("x").Except(Expected.Select(row => row.Data.Item1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("activity-reply-01.json", "2090000000000000001", "2080761390344937796", "2080761390344937796")]
    [InlineData("activity-quote-01.json", "2090000000000000002", "2080761390344937796", "2090000000000000002")]
    [InlineData("activity-mention-01.json", "2080765813578191303", null, "2080765813578191303")]
    public void A_post_tells_where_an_answer_belongs(string file, string id, string? quoted, string thread)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var message = (InboundMessage)((ForRouting)Read(file).Items[0]).Content;
        (message.PlatformId, message.ReplyTo, message.QuotedId, message.ThreadId).ShouldBe((id, id, quoted, thread));
    }

    [Fact]
    public void Moments_of_both_generations_are_read()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Moment("aaa-tweet-create-03.json").ShouldBe(new DateTimeOffset(2020, 2, 5, 8, 39, 31, TimeSpan.Zero));
        Moment("activity-mention-01.json").ShouldBe(new DateTimeOffset(2026, 7, 24, 21, 23, 23, TimeSpan.Zero));
        Moment("activity-dm-received-01.json").ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1784928224372));
    }

    [Fact]
    public void Revoked_access_names_the_account_that_did_it()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Read("aaa-user-revoke-01.json").Items[0].ShouldBe(new AccessRevoked("63046977"));
    }

    [Fact]
    public void A_read_receipt_is_about_our_last_message()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var status = ((ForSending)Read("aaa-mark-read-01.json").Items[0]).Status;
        (status.PlatformId, status.State).ShouldBe(("963085315333238788", DeliveryState.Read));
    }

    [Fact]
    public void An_answer_to_a_sent_message_gives_its_id()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        SendToX.IdOf(Payloads.Read("x/v2-dm-send-01.json")).ShouldBe("1585800613253812228");
        SendToX.IdOf(Payloads.Read("x/api-error-01.json")).ShouldBeNull();
    }

    [Fact]
    public void A_look_up_with_errors_beside_its_data_is_read_all_the_same()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        FetchMedia.ReadLookUp(Payloads.Read("x/v2-partial-error-01.json"), "3_1").ShouldBeNull();
        var whole = """{"data":{"id":"1"},"includes":{"media":[{"media_key":"3_1","url":"https://pbs.twimg.com/a.jpg"}]},"errors":[{}]}""";
        FetchMedia.ReadLookUp(Encoding.UTF8.GetBytes(whole), "3_1").ShouldBe("https://pbs.twimg.com/a.jpg");
    }

    private static ReadPost Read(string file) => Envelope.Read(Payloads.Read($"x/{file}"), "demo", Now);

    private static DateTimeOffset Moment(string file) => ((InboundMessage)((ForRouting)Read(file).Items[0]).Content).SentAt;

    private static string Describe(PostItem item) =>
        item is not ForRouting routed ? $"{item.Kind} {item.Detail}"
        : routed.Content is InboundMessage message
            ? $"{item.Kind} {item.Detail} {message.Visibility} {message.Author.Ids[0]} {message.Author.Name} | {message.Text}"
        : routed.Content is InboundEcho echo
            ? $"{item.Kind} {item.Detail} {echo.Visibility} {echo.Recipient.Ids[0]} {echo.Recipient.Name} | {echo.Text}"
        : $"{item.Kind} {item.Detail}";
}
