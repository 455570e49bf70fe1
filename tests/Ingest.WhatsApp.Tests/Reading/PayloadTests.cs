using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.WhatsApp.Reading;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Reading;

public sealed class PayloadTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Expected { get; } =
        new()
        {
            { "audio-01.json", "message audio Media" },
            { "audio-02.json", "message voice Media" },
            { "audio-03.json", "message audio Media" },
            { "batch-01.json", "message text Text; reaction reactie" },
            { "batch-03.json", "message text Text; message text Text" },
            { "bsuid-02.json", "message text Text" },
            { "button-01.json", "message button Choice" },
            { "call-01.json", "message call connect Notice" },
            { "contacts-02.json", "message contacts Contacts" },
            { "contacts-04.json", "message contacts Contacts" },
            { "duplicate-01.json", "message text Text; message text Text" },
            { "echo-01.json", "echo text" },
            { "echo-02.json", "echo revoke" },
            { "flow-reply-01.json", "message interactive Choice" },
            { "interactive-broken-01.json", "unsupported interactive Unsupported; unsupported fout 131000" },
            { "interactive-button-01.json", "message interactive Choice" },
            { "location-01.json", "message location Location" },
            { "location-02.json", "message location Location" },
            { "location-03.json", "message location Location" },
            { "malformed-02.txt", "unreadable geen JSON" },
            { "media-with-url-01.json", "message image Media" },
            { "no-contact-profile-01.json", "message text Text" },
            { "numeric-timestamp-01.json", "message interactive Choice" },
            { "odd-timestamp-01.json", "message text Text" },
            { "reaction-removed-01.json", "reaction weggehaald" },
            { "reaction-removed-02.json", "reaction weggehaald" },
            { "reply-01.json", "message text Text" },
            { "status-delivered-01.json", "status delivered" },
            { "status-delivered-02.json", "status delivered" },
            { "status-failed-01.json", "status failed" },
            { "status-failed-03.json", "status failed" },
            { "status-read-01.json", "status read" },
            { "status-sent-02.json", "status sent" },
            { "status-unknown-01.json", "unsupported status in_orbit" },
            { "system-number-change-02.json", "identity user_changed_user_id" },
            { "system-number-change-03.json", "identity user_changed_number" },
            { "text-01.json", "message text Text" },
            { "text-02.json", "message text Text" },
            { "text-03.json", "message text Text" },
            { "unknown-field-01.json", "ignored veld unknown_field_xyz" },
            { "unsupported-01.json", "unsupported unsupported Unsupported" },
            { "unsupported-03.json", "unsupported pool Unsupported" },
            { "user-id-update-01.json", "identity user_id_update" },
            { "video-01.json", "message video Media" },
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
        Payloads.Of("whatsapp").Except(Expected.Select(row => row.Data.Item1)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("location-01.json", "Locatie: -10.93941, -10.6064")]
    [InlineData("location-02.json", "Locatie: Saarbrücken (49.23494, 6.99936)")]
    [InlineData("location-03.json", "Locatie: Main Street Beach, Main Street Beach, Santa Cruz, CA (0, 1)")]
    [InlineData("button-01.json", "Gekozen: SIM")]
    [InlineData("numeric-timestamp-01.json", "Gekozen: list_reply_title (list_reply_description)")]
    [InlineData("contacts-02.json", "Contact: REDACTED, +39 393 REDACTED\nContact: REDACTED, +39 349 REDACTED")]
    [InlineData("video-01.json", "hello world")]
    public void A_colleague_reads_a_line(string file, string line)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Message(file).Text.ShouldBe(line);
    }

    [Fact]
    public void A_form_shows_its_answers_and_not_its_token()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var text = Message("flow-reply-01.json").Text!;
        text.ShouldContain("comment text: Comment Text");
        text.ShouldNotContain("AQAAAAACS5FpgQ");
    }

    [Theory]
    [InlineData("bsuid-02.json", "bsuid:US.1234")]
    [InlineData("text-03.json", "bsuid:US.13491208655302741918 bsuid:US.ENT.11815799212886844830")]
    [InlineData("reply-01.json", "phone:972987654321 bsuid:US.13491208655302741918 bsuid:US.ENT.11815799212886844830")]
    public void Every_id_of_the_writer_is_known(string file, string ids)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        string.Join(' ', Message(file).Author.Ids).ShouldBe(ids);
    }

    [Theory]
    [InlineData("system-number-change-02.json", "bsuid:US.10101010101010101010", "bsuid:US.13491208655302741918")]
    [InlineData("system-number-change-03.json", "phone:972987654321", "phone:972912345678")]
    [InlineData("user-id-update-01.json", "bsuid:US.10101010101010101010", "bsuid:US.13491208655302741918")]
    public void A_change_of_identity_tells_both(string file, string previous, string current)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var change = (InboundIdentityChange)((ForRouting)Read(file).Items[0]).Content;
        change.Previous.Ids.ShouldContain(previous);
        change.Current.Ids.ShouldContain(current);
    }

    [Fact]
    public void A_time_that_is_no_time_becomes_the_time_of_arrival()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Message("odd-timestamp-01.json").SentAt.ShouldBe(Now);
        Message("numeric-timestamp-01.json").SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1669233778));
    }

    [Fact]
    public void The_same_message_twice_has_one_key_and_one_file_id()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        Read("duplicate-01.json").Items.Cast<ForRouting>().Select(item => item.Key).Distinct().Count().ShouldBe(1);
        Message("audio-01.json").Attachments![0].FileId.ShouldBe(Message("audio-01.json").Attachments![0].FileId);
    }

    [Fact]
    public void A_failure_keeps_its_code()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var status = ((ForSending)Read("status-failed-01.json").Items[0]).Status;
        (status.State, status.Code).ShouldBe((DeliveryState.Failed, 131047));
    }

    private static ReadPost Read(string file) => Envelope.Read(Payloads.Read($"whatsapp/{file}"), "demo", Now);

    private static InboundMessage Message(string file) => (InboundMessage)((ForRouting)Read(file).Items[0]).Content;

    private static string Describe(PostItem item) =>
        item is ForRouting { Content: InboundMessage message } ? $"{item.Kind} {item.Detail} {message.Kind}" : $"{item.Kind} {item.Detail}";
}
