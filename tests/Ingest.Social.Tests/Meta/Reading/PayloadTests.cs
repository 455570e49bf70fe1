using System.Text;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Signatures;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Meta.Reading;

public sealed class PayloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Platforms = ["facebook-page", "instagram", "messenger"];

    public static TheoryData<string, string> Expected { get; } =
        new()
        {
            { "facebook-page/comment-add-01.json", "facebook echo comment" },
            { "facebook-page/comment-add-03.json", "facebook echo comment" },
            { "facebook-page/comment-edit-01.json", "facebook echo comment edited" },
            { "facebook-page/comment-own-01.json", "facebook echo comment" },
            { "facebook-page/comment-remove-01.json", "facebook echo comment remove" },
            { "facebook-page/like-add-01.json", "facebook ignored like" },
            { "facebook-page/mention-01.json", "facebook message mention comment Public Text" },
            { "facebook-page/mention-03.json", "facebook message mention post Public Text" },
            { "facebook-page/photo-add-01.json", "facebook echo photo" },
            { "facebook-page/post-add-01.json", "facebook message post Public Text" },
            { "facebook-page/post-edit-01.json", "facebook edit post" },
            { "facebook-page/rating-add-01.json", "facebook message rating Public Notice" },
            { "facebook-page/reaction-add-02.json", "facebook echo reaction" },
            { "facebook-page/two-entries-01.json", "facebook ignored veld parking; facebook ignored veld payment_options" },
            { "instagram/attachment-unsupported-01.json", "instagram unsupported unsupported_type Private Unsupported" },
            { "instagram/changes-batch-01.json", "instagram message mentions; instagram ignored veld story_insights" },
            { "instagram/comment-02.json", "instagram message comments Public Text" },
            { "instagram/dashboard-test-01.json", "instagram message text Private Text" },
            { "instagram/dashboard-test-02.json", "instagram message text Private Text" },
            { "instagram/echo-02.json", "instagram echo story_mention" },
            { "instagram/live-comment-01.json", "instagram message live_comments Public Text" },
            { "instagram/malformed-02.txt", "unreadable geen JSON" },
            { "instagram/mention-01.json", "instagram message mentions" },
            { "instagram/postback-01.json", "instagram message postback Private Choice" },
            { "instagram/quick-reply-01.json", "instagram message quick_reply Private Choice" },
            { "instagram/reel-01.json", "instagram message ig_reel Private Text" },
            { "instagram/reply-01.json", "instagram message text Private Text" },
            { "instagram/seen-01.json", "instagram status read" },
            { "instagram/self-message-02.json", "instagram echo aan zichzelf" },
            { "instagram/share-01.json", "instagram message share Private Text" },
            { "instagram/standby-01.json", "instagram message text standby Private Text" },
            { "instagram/text-01.json", "instagram message text Private Text" },
            { "instagram/unsupported-01.json", "instagram unsupported is_unsupported Private Unsupported" },
            { "messenger/attachment-fallback-01.json", "messenger message fallback Private Text" },
            { "messenger/attachment-fallback-02.json", "messenger message fallback Private Text" },
            { "messenger/attachment-file-01.json", "messenger message file Private Media" },
            {
                "messenger/batch-01.json",
                "messenger message text Private Text; messenger message text Private Text; messenger message text Private Text"
            },
            { "messenger/deleted-01.json", "messenger deletion message" },
            { "messenger/delivery-01.json", "messenger status delivered" },
            { "messenger/duplicate-01.json", "messenger message text Private Text; messenger message text Private Text" },
            { "messenger/echo-01.json", "messenger echo text" },
            { "messenger/echo-03.json", "messenger echo template" },
            { "messenger/edit-01.json", "messenger edit message_edit" },
            { "messenger/empty-01.json", "facebook ignored lege melding" },
            { "messenger/game-play-01.json", "messenger ignored game_play" },
            { "messenger/handover-01.json", "messenger ignored pass_thread_control" },
            { "messenger/nlp-01.json", "messenger message text Private Text" },
            { "messenger/optin-01.json", "messenger ignored optin" },
            { "messenger/policy-01.json", "messenger ignored policy-enforcement block" },
            { "messenger/postback-01.json", "messenger message postback Private Choice" },
            { "messenger/reaction-01.json", "messenger reaction reactie" },
            { "messenger/read-01.json", "messenger status read" },
            { "messenger/referral-01.json", "messenger ignored referral" },
            { "messenger/reply-01.json", "messenger message text Private Text" },
            { "messenger/unsupported-01.json", "messenger unsupported is_unsupported Private Unsupported" },
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
        Platforms
            .SelectMany(platform => Payloads.Of(platform).Select(file => $"{platform}/{file}"))
            .Except(Expected.Select(row => row.Data.Item1))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("facebook-page/rating-add-01.json", "Beoordeling: 3 van 5.\nJa ziemlich coole Sache")]
    [InlineData("facebook-page/mention-03.json", "A test post message")]
    [InlineData("instagram/quick-reply-01.json", "Gekozen: QR-PAYLOAD")]
    [InlineData("instagram/reel-01.json", "Gedeelde reel: Reel title, https://www.example.com/test.jpeg")]
    [InlineData("messenger/attachment-fallback-02.json", "Gedeeld: Foo, My Documents/foo.doc")]
    [InlineData("messenger/postback-01.json", "Gekozen: hey")]
    public void A_colleague_reads_a_line(string file, string line)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Message(file).Text.ShouldBe(line);
    }

    [Theory]
    [InlineData("facebook-page/post-add-01.json", "fb:8423678347823", "John Doe", "1234567890321_7293787835232")]
    [InlineData("facebook-page/mention-01.json", "fb-comment:7363534231324_3754798971271444", null, "1234567890321_7363534231324")]
    [InlineData("instagram/comment-02.json", "ig-comment:123456789", null, "123456789")]
    [InlineData("messenger/postback-01.json", "userref:987654321432", null, null)]
    [InlineData("instagram/text-01.json", "igsid:5678", null, null)]
    [InlineData("messenger/nlp-01.json", "psid:1886939548028072", null, null)]
    public void Who_wrote_and_where_is_known(string file, string author, string? name, string? thread)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var message = Message(file);
        (message.Author.Ids.ShouldHaveSingleItem(), message.Author.Name, message.ThreadId).ShouldBe((author, name, thread));
    }

    [Theory]
    [InlineData("messenger/reply-01.json", "very_long_id_representing_the_original_message")]
    [InlineData("instagram/reply-01.json", "message-id-1")]
    public void What_is_quoted_is_known(string file, string quoted)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Message(file).QuotedId.ShouldBe(quoted);
    }

    [Theory]
    [InlineData("instagram/reel-01.json", "2021-09-08T06:34:04Z")]
    [InlineData("instagram/dashboard-test-02.json", "2018-05-27T22:23:44Z")]
    [InlineData("messenger/nlp-01.json", "2019-01-03T16:16:46.372Z")]
    [InlineData("facebook-page/mention-01.json", "2021-02-26T12:01:02Z")]
    public void Every_kind_of_time_is_understood(string file, string time)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Message(file).SentAt.ShouldBe(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_same_message_twice_has_one_key()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Read("messenger/duplicate-01.json").Items.Cast<ForRouting>().Select(item => item.Key).Distinct().Count().ShouldBe(1);
        Read("messenger/batch-01.json").Items.Cast<ForRouting>().Select(item => item.Key).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Until_when_somebody_read_is_told_with_who_it_was()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var status = ((ForSending)Read("messenger/read-01.json").Items[0]).Status;
        (status.Recipient, status.At).ShouldBe(("psid:987654321432", DateTimeOffset.FromUnixTimeMilliseconds(1458668856253)));
    }

    [Fact]
    public void An_echo_of_our_own_app_confirms_and_one_of_another_is_shown()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var body = Payloads.Read("messenger/echo-01.json");
        Envelope.Read(body, "demo", "1517776481860111", Now).Items[0].ShouldBeOfType<ForSending>().Kind.ShouldBe("status");
        ((ForRouting)Envelope.Read(body, "demo", "42", Now).Items[0]).Content.ShouldBeOfType<InboundEcho>().Text.ShouldBe("hello, world!");
    }

    [Theory]
    [InlineData("meta-sha256-01", true)]
    [InlineData("meta-sha256-02", true)]
    [InlineData("meta-sha1-legacy-01", false)]
    public void A_recorded_signature_is_right_unless_it_is_the_old_kind(string name, bool right)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var headers = $"signatures/{name}.headers.txt";
        var told = right ? Payloads.Header(headers, MetaSignature.Header) : Payloads.Header(headers, "X-Hub-Signature");
        var secret = Encoding.UTF8.GetBytes(Payloads.Header(headers, "App-Secret"));
        MetaSignature.Verify(Payloads.Read($"signatures/{name}.body"), told, secret).ShouldBe(right);
    }

    private static ReadPost Read(string file) => Envelope.Read(Payloads.Read(file), "demo", null, Now);

    private static InboundMessage Message(string file) => (InboundMessage)((ForRouting)Read(file).Items[0]).Content;

    private static string Describe(PostItem item) =>
        item is ForRouting { Content: InboundMessage message }
            ? $"{item.Channel} {item.Kind} {item.Detail} {message.Visibility} {message.Kind}"
            : $"{item.Channel} {item.Kind} {item.Detail}".Trim();
}
