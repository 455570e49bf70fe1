using System.Globalization;
using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Pulling;
using WebcareHub.Ingest.Social.Bluesky.Reading;
using WebcareHub.Ingest.Social.Bluesky.Sending;
using WebcareHub.Ingest.Social.Bluesky.Sessions;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

public sealed class WritingTests
{
    [Fact]
    public void Every_part_keeps_both_limits_and_nothing_but_white_space_is_lost() =>
        Prop.ForAll<NonNull<string>, int>(
                (text, repeat) =>
                {
                    var whole = Whole(string.Join(' ', Enumerable.Repeat(text.Get, Math.Abs(repeat % 60) + 1)));
                    var parts = GraphemeSplitter.Split(whole, 30, 100);
                    return parts.All(part => Seen(part) <= 30 && Encoding.UTF8.GetByteCount(part) <= 100 && part.Length > 0)
                        && Bare(string.Concat(parts)) == Bare(whole);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("👨‍👩‍👧‍👦", 130, 2)]
    [InlineData("a", 301, 2)]
    [InlineData("é", 300, 1)]
    [InlineData("🇳🇱", 300, 1)]
    public void Characters_count_as_a_reader_sees_them_and_bytes_count_too(string one, int times, int parts) =>
        GraphemeSplitter.Split(string.Concat(Enumerable.Repeat(one, times)), 300, 3000).Count.ShouldBe(parts);

    [Fact]
    public void A_megabyte_of_emoji_is_cut_in_little_time()
    {
        var parts = GraphemeSplitter.Split(string.Concat(Enumerable.Repeat("😀", 250_000)), 300, 3000);
        parts.Count.ShouldBe(834);
        parts.ShouldAllBe(part => !char.IsLowSurrogate(part[0]));
    }

    [Fact]
    public void A_pile_of_accents_is_cut_between_them()
    {
        var parts = GraphemeSplitter.Split("e" + new string('\u0301', 5_000), 300, 3000);
        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 3000);
        string.Concat(parts).Length.ShouldBe(5_001);
    }

    [Theory]
    [InlineData("Dag @jan.test, kijk op https://a.nl/x.", "@jan.test>jan.test | https://a.nl/x>https://a.nl/x")]
    [InlineData("✨ @jan.test 👨‍❤️‍👨 zaltbommel.nl/afval!", "@jan.test>jan.test | zaltbommel.nl/afval>https://zaltbommel.nl/afval")]
    [InlineData("(zie www.zaltbommel.nl)", "www.zaltbommel.nl>https://www.zaltbommel.nl")]
    [InlineData("Mail info@zaltbommel.nl of bel.", "")]
    [InlineData("https://a.nl/(b) (https://c.nl)", "https://a.nl/(b)>https://a.nl/(b) | https://c.nl>https://c.nl")]
    [InlineData("@Jan.Test. en @niemand en @.", "@Jan.Test>jan.test")]
    [InlineData("https://a.nl/@jan.test", "https://a.nl/@jan.test>https://a.nl/@jan.test")]
    [InlineData("Einde van de zin.Nu verder, om 12.30 uur", "")]
    public void Names_and_addresses_are_found_by_their_bytes(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = FindFacets
            .In(text)
            .Select(piece => $"{Encoding.UTF8.GetString(bytes[piece.Start..piece.End])}>{piece.Handle ?? piece.Address}");
        string.Join(" | ", found).ShouldBe(expected);
    }

    [Fact]
    public void Pieces_lie_in_the_text_apart_and_on_whole_characters() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (before, after) =>
                {
                    var text = Whole($"{before.Get} @jan.test {after.Get} https://a.nl/{before.Get}");
                    var bytes = Encoding.UTF8.GetBytes(text);
                    var last = 0;
                    foreach (var piece in FindFacets.In(text))
                    {
                        if (
                            piece.Start < last
                            || piece.End <= piece.Start
                            || piece.End > bytes.Length
                            || (bytes[piece.Start] & 0xC0) == 0x80
                        )
                        {
                            return false;
                        }

                        last = piece.End;
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_hundred_thousand_names_are_bounded() =>
        FindFacets.In(string.Concat(Enumerable.Repeat("@jan.test ", 100_000))).Count.ShouldBe(30);

    [Fact]
    public void A_part_has_one_key_and_no_other_part_has_it()
    {
        var replies = Enumerable.Range(0, 5_000).Select(_ => Guid.CreateVersion7()).Append(Guid.NewGuid()).ToArray();
        var keys = replies.SelectMany(reply => new[] { RecordKey.Of(reply, 0), RecordKey.Of(reply, 1) }).ToArray();
        keys.Distinct().Count().ShouldBe(keys.Length);
        keys.ShouldAllBe(key => key.Length == 13 && "234567abcdefghij".Contains(key[0]) && Tid.Moment(key) < DateTimeOffset.UtcNow);
        RecordKey.Of(replies[0], 0).ShouldBe(keys[0]);
        Tid.Moment(keys[0])!.Value.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(40));
    }

    [Fact]
    public void A_key_tells_the_moment_it_was_made_of() =>
        Tid.Moment("3k2yinh52ne2x")!.Value.ShouldBe(new DateTimeOffset(2023, 7, 21, 1, 33, 51, TimeSpan.Zero), TimeSpan.FromDays(1));

    [Fact]
    public void A_public_answer_is_cut_at_300_and_takes_the_picture_on_its_first_part()
    {
        var picture = Guid.NewGuid();
        var reply = TestHub.Reply(
            "bluesky",
            "did:plc:gemeente",
            ["did:plc:inwoner"],
            string.Join(' ', Enumerable.Repeat("woord", 100))
        ) with
        {
            Visibility = Visibility.Public,
            FileIds = [picture, Guid.NewGuid()],
            ReplyTo = "{}",
        };
        var parts = PlanReply.Plan(reply);
        parts.Select(part => (part.Text is not null, part.FileId == picture)).ShouldBe([(true, true), (true, false), (false, false)]);
        parts.ShouldAllBe(part => part.Visibility == Visibility.Public && part.ReplyTo == "{}");
        PlanReply.Plan(reply with { Visibility = Visibility.Private, FileIds = [] }).Count.ShouldBe(1);
    }

    [Fact]
    public void Half_a_surrogate_is_written_as_the_sign_for_it() =>
        PlanReply.Plan(TestHub.Reply("bluesky", "a", ["b"], "hoi \ud83d!"))[0].Text.ShouldBe("hoi \ufffd!");

    [Theory]
    [InlineData(429, "RateLimitExceeded", typeof(SendResult.Retryable))]
    [InlineData(502, "UpstreamFailure", typeof(SendResult.Retryable))]
    [InlineData(400, "InvalidRequest", typeof(SendResult.Final))]
    [InlineData(400, "AccountTakedown", typeof(SendResult.Final))]
    [InlineData(413, null, typeof(SendResult.Final))]
    [InlineData(0, "connect", typeof(SendResult.Retryable))]
    public void A_refusal_has_its_kind(int status, string? error, Type kind) =>
        Failures.From(new XrpcAnswer(status, error, default)).GetType().ShouldBe(kind);

    [Theory]
    [InlineData("geheim", "geheim", null)]
    [InlineData("""{"password":"geheim","refresh":"r","server":"https://a"}""", "geheim", "r")]
    [InlineData("{kapot", "{kapot", null)]
    public void What_is_kept_is_a_password_or_a_session(string kept, string password, string? refresh)
    {
        var read = Secrets.Read(kept);
        (read.Password, read.Refresh).ShouldBe((password, refresh));
        Secrets.Read(read.Write()).ShouldBe(read);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("104.16.1.1", true)]
    [InlineData("2606:4700::1", true)]
    public void Only_the_public_network_is_called(string address, bool isPublic) =>
        PublicNetwork.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(1000)]
    public void However_many_share_a_server_its_limit_is_kept(int accounts)
    {
        var rounds = 300 / PullNotifications.RhythmOf(accounts).TotalSeconds;
        (accounts * rounds * 1.5).ShouldBeLessThan(2_500);
    }

    private static int Seen(string text) => new StringInfo(text).LengthInTextElements;

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
