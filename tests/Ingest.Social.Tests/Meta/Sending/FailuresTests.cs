using System.Net;
using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Meta;
using WebcareHub.Ingest.Social.Meta.Files;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Tests.Meta.Sending;

public sealed class FailuresTests
{
    [Theory]
    [InlineData(10, 2018278, "De inwoner schreef te lang geleden.")]
    [InlineData(10, 2534022, "De inwoner schreef te lang geleden.")]
    [InlineData(551, null, "Deze inwoner kan nu geen berichten ontvangen")]
    [InlineData(100, 2018001, "Deze inwoner kan nu geen berichten ontvangen")]
    [InlineData(100, 33, "Dit bericht bestaat niet meer")]
    [InlineData(10900, null, "Op deze reactie is al een privébericht gestuurd.")]
    [InlineData(10903, null, "Op deze reactie kan geen privébericht worden gestuurd.")]
    [InlineData(506, null, "Messenger weigert twee keer dezelfde tekst.")]
    [InlineData(999999, null, "Messenger weigerde het bericht (code 999999).")]
    public void A_refusal_is_final_and_says_why(int code, int? subcode, string beginning)
    {
        var final = Failures.From(new GraphError(code, subcode, null), Surface.Messenger).ShouldBeOfType<SendResult.Final>();
        final.Reason.ShouldStartWith(beginning);
        final.AfterRepair.ShouldBeFalse();
    }

    [Theory]
    [InlineData(190)]
    [InlineData(200)]
    [InlineData(10)]
    [InlineData(368)]
    public void A_lost_access_is_somebodys_to_repair(int code) =>
        Failures.From(new GraphError(code, null, null), Surface.Facebook).ShouldBeOfType<SendResult.Final>().AfterRepair.ShouldBeTrue();

    [Theory]
    [InlineData(613)]
    [InlineData(4)]
    [InlineData(32)]
    [InlineData(2)]
    public void A_throttle_or_a_hiccup_can_be_tried_again(int code) =>
        Failures.From(new GraphError(code, null, null), Surface.Instagram).ShouldBeOfType<SendResult.Retryable>();

    [Fact]
    public void The_sentence_tells_a_closed_window_where_the_subcode_does_not() =>
        Failures
            .From(new GraphError(10, null, "(#10) This message is sent outside of allowed window."), Surface.Messenger)
            .ShouldBeOfType<SendResult.Final>()
            .AfterRepair.ShouldBeFalse();

    [Theory]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(504, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "not json")]
    [InlineData(500, """{"error":{"code":1,"error_subcode":1357046}}""")]
    public void An_answer_that_says_nothing_leaves_it_uncertain(int status, string body) =>
        Answer
            .Read(
                (HttpStatusCode)status,
                Encoding.UTF8.GetBytes(body),
                Surface.Messenger,
                read => Graph.Text(read, "id") is { } id ? new SendResult.Sent(id) : null
            )
            .ShouldBeOfType<SendResult.Unknown>();

    [Fact]
    public void Every_failure_has_a_sentence() =>
        Enumerable
            .Range(0, 600)
            .Concat([10900, 10903, 80001, 1200])
            .SelectMany(code =>
                new[] { Surface.Facebook, Surface.Messenger, Surface.Instagram }.Select(surface =>
                    Failures.From(new GraphError(code, null, null), surface)
                )
            )
            .Select(result => result is SendResult.Final final ? final.Reason : ((SendResult.Retryable)result).Reason)
            .ShouldAllBe(sentence => sentence.EndsWith('.') && !sentence.Contains('!'));

    [Theory]
    [InlineData("https://scontent-ams4-1.xx.fbcdn.net/v/t1.jpg?oh=1", true)]
    [InlineData("https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1", true)]
    [InlineData("https://scontent.cdninstagram.com/x", true)]
    [InlineData("http://scontent.fbcdn.net/x", false)]
    [InlineData("https://fbcdn.net.example.org/x", false)]
    [InlineData("https://evilfbcdn.net/x", false)]
    [InlineData("https://scontent.fbcdn.net@127.0.0.1/x", false)]
    [InlineData("https://scontent.fbcdn.net:8443/x", false)]
    [InlineData("https://user:pass@scontent.fbcdn.net/x", false)]
    [InlineData("https://127.0.0.1/x.fbcdn.net", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    public void Only_the_platforms_own_hosts_are_fetched_from(string address, bool ours) => PlatformHosts.IsOurs(address).ShouldBe(ours);
}
