using System.Net;
using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.WhatsApp.Media;
using WebcareHub.Ingest.WhatsApp.Sending;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

public sealed class FailuresTests
{
    private const string To = "bsuid:US.13491208655302741918";

    [Theory]
    [InlineData(131047)]
    [InlineData(131026)]
    [InlineData(131049)]
    [InlineData(100)]
    [InlineData(132001)]
    [InlineData(999999)]
    public void A_refusal_is_final(int code) => Failures.From(code).ShouldBeOfType<SendResult.Final>().AfterRepair.ShouldBeFalse();

    [Theory]
    [InlineData(130429)]
    [InlineData(80007)]
    [InlineData(4)]
    [InlineData(131048)]
    [InlineData(131056)]
    [InlineData(133016)]
    [InlineData(613)]
    [InlineData(131016)]
    [InlineData(131053)]
    public void A_throttle_or_a_hiccup_can_be_tried_again(int code) => Failures.From(code).ShouldBeOfType<SendResult.Retryable>();

    [Theory]
    [InlineData(190)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(368)]
    [InlineData(131031)]
    public void A_lost_access_is_an_alarm(int code) => Failures.IsAlarm(Failures.From(code)).ShouldBeTrue();

    [Fact]
    public void Every_failure_has_a_sentence_without_an_exclamation_mark() =>
        Enumerable
            .Range(0, 300)
            .Concat([
                131047,
                131026,
                131051,
                131052,
                131053,
                130429,
                131049,
                131050,
                130472,
                190,
                368,
                131031,
                131042,
                132000,
                132015,
                131008,
            ])
            .Select(code =>
                Failures.From(code) switch
                {
                    SendResult.Final final => final.Reason,
                    SendResult.Retryable retry => retry.Reason,
                    _ => "",
                }
            )
            .ShouldAllBe(sentence => sentence.EndsWith('.') && !sentence.Contains('!'));

    [Fact]
    public void The_platforms_answer_to_a_send_gives_its_id()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        SendMessage
            .Read(HttpStatusCode.OK, Payloads.Read("whatsapp/api-send-response-01.json"), To, [To])
            .ShouldBe(new SendResult.Sent("wamid.foobar"));
        SendMessage
            .Read(HttpStatusCode.TooManyRequests, Payloads.Read("whatsapp/api-error-02.json"), To, [To])
            .ShouldBeOfType<SendResult.Retryable>()
            .Code.ShouldBe("613");
    }

    [Theory]
    [InlineData("phone:5511987654321", "551187654321", "phone:5511987654321 phone:551187654321")]
    [InlineData("bsuid:NL.123", "31612345678", "bsuid:NL.123 phone:31612345678")]
    [InlineData("phone:31612345678", "31612345678", null)]
    [InlineData("bsuid:NL.123 phone:31612345678", "31612345678", null)]
    [InlineData("bsuid:NL.123 phone:31612345678", "31687654321", "bsuid:NL.123 phone:31687654321")]
    public void Another_id_in_the_answer_to_a_send_is_told_as_the_same_person_once(string known, string number, string? told)
    {
        var ids = known.Split(' ');
        var body = $$"""{"contacts":[{"input":"x","wa_id":"{{number}}"}],"messages":[{"id":"wamid.1"}]}""";
        var sent = SendMessage.Read(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), ids[0], ids).ShouldBeOfType<SendResult.Sent>();
        (sent.Recipient is null ? null : string.Join(' ', sent.Recipient.Ids)).ShouldBe(told);
    }

    [Fact]
    public void The_platforms_answer_to_a_look_up_gives_address_and_hash()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var (address, hash) = FetchMedia.ReadLookup(Payloads.Read("whatsapp/api-media-lookup-01.json"));
        address.ShouldNotBeNull().ShouldStartWith("https://lookaside.fbsbx.com/");
        hash.ShouldBe("72fd8a734216768565faf2b59cec266eea00a78dd039ce84356319fc8c4ad22e");
    }

    [Theory]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(504, "")]
    [InlineData(408, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "not json")]
    public void An_answer_that_says_nothing_leaves_it_uncertain(int status, string body) =>
        SendMessage.Read((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), To, [To]).ShouldBeOfType<SendResult.Unknown>();

    [Fact]
    public void One_resident_gets_a_burst_and_then_one_per_six_seconds()
    {
        var clock = new Clock();
        var pace = new PairRate(clock);
        Enumerable.Range(0, 45).Select(_ => pace.Take("a", "phone:1")).ShouldAllBe(wait => wait == TimeSpan.Zero);
        pace.Take("a", "phone:1").ShouldBe(TimeSpan.FromSeconds(6));
        pace.Take("a", "phone:2").ShouldBe(TimeSpan.Zero);
        clock.Now += TimeSpan.FromSeconds(6);
        pace.Take("a", "phone:1").ShouldBe(TimeSpan.Zero);
        pace.Take("a", "phone:1").ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
