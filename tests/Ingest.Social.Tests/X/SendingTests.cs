using System.Net;
using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.X.Sending;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed class SendingTests
{
    private static readonly Guid File = Guid.Parse("5b1c9d8e-0000-4000-8000-000000000001");

    [Fact]
    public void A_public_answer_replies_to_the_post_and_each_next_part_to_the_one_before()
    {
        var errand = SendToX.Errand.Of(Part(Visibility.Public, replyTo: "7")).Item1!;
        (errand.Path, errand.Under).ShouldBe(("2/tweets", "7"));
        SendToX.Errand.Of(Part(Visibility.Public, replyTo: "7") with { PreviousId = "8" }).Item1!.Under.ShouldBe("8");
        Json(errand, Part(Visibility.Public, replyTo: "7").Content).ShouldBe("""{"text":"hallo","reply":{"in_reply_to_tweet_id":"7"}}""");
    }

    [Fact]
    public void A_private_answer_to_a_public_post_goes_as_a_direct_message()
    {
        var errand = SendToX.Errand.Of(Part(Visibility.Private, replyTo: "7")).Item1!;
        errand.Path.ShouldBe("2/dm_conversations/with/2/messages");
        Json(errand, Part(Visibility.Private).Content, "9").ShouldBe("""{"text":"hallo","attachments":[{"media_id":"9"}]}""");
    }

    [Fact]
    public void A_public_answer_without_a_place_is_not_sent() =>
        SendToX.Errand.Of(Part(Visibility.Public)).Item2.ShouldBeOfType<SendResult.Final>().Code.ShouldBe("place");

    [Theory]
    [InlineData("x:2/../../tweets")]
    [InlineData("phone:31612345678")]
    [InlineData("x:")]
    public void An_id_that_is_none_never_ends_up_in_an_address(string to) =>
        SendToX.Errand.Of(Part(Visibility.Private, to: to)).Item2.ShouldBeOfType<SendResult.Final>().Code.ShouldBe("address");

    [Fact]
    public void Long_private_answers_are_not_cut_as_posts_are()
    {
        var text = string.Join(' ', Enumerable.Repeat("woord", 300));
        PlanReply.Plan(Reply(text, Visibility.Private)).ShouldHaveSingleItem().Text.ShouldBe(text);
        PlanReply.Plan(Reply(text, Visibility.Public)).Count.ShouldBe(7);
    }

    [Fact]
    public void Every_part_keeps_who_may_read_it_and_where_it_belongs() =>
        PlanReply
            .Plan(Reply(new string('a', 900), Visibility.Public) with { ReplyTo = "7" })
            .ShouldAllBe(part => part.Visibility == Visibility.Public && part.ReplyTo == "7");

    [Fact]
    public void The_first_picture_goes_with_the_last_words_and_the_next_by_itself()
    {
        var other = Guid.CreateVersion7();
        var parts = PlanReply.Plan(Reply(new string('a', 300), Visibility.Public) with { FileIds = [File, other] });
        parts.Select(part => (part.Text?.Length, part.FileId)).ShouldBe([(280, null), (20, File), (null, other)]);
    }

    [Theory]
    [InlineData(
        403,
        """{"title":"Forbidden","detail":"You are not allowed to create a Tweet with duplicate content."}""",
        "duplicate",
        false
    )]
    [InlineData(403, """{"title":"Forbidden","type":"https://api.twitter.com/2/problems/client-forbidden"}""", "403", true)]
    [InlineData(401, """{"title":"Unauthorized"}""", "401", true)]
    [InlineData(402, "{}", "402", true)]
    [InlineData(429, """{"type":"https://api.twitter.com/2/problems/usage-capped"}""", "429", true)]
    [InlineData(403, """{"detail":"You attempted to reply to a Tweet that is deleted or not visible to you."}""", "403", false)]
    [InlineData(400, """{"errors":[{"message":"bad"}],"title":"Invalid Request"}""", "400", false)]
    public void A_refusal_is_final_and_says_whether_mending_helps(int status, string body, string code, bool afterRepair)
    {
        var final = Failures.From((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), Call.Post).ShouldBeOfType<SendResult.Final>();
        (final.Code, final.AfterRepair).ShouldBe((code, afterRepair));
        final.Reason.ShouldEndWith(".");
    }

    [Fact]
    public void Twice_the_same_text_says_that_it_may_be_there_already() =>
        Reason(403, """{"detail":"duplicate content"}""", Call.Post).ShouldContain("dan staat het er dus al");

    [Fact]
    public void A_closed_direct_message_says_what_to_do_instead() => Reason(403, "{}", Call.Direct).ShouldContain("in het openbaar");

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public void Trouble_at_X_says_nothing_about_the_message(int status) =>
        Failures.From((HttpStatusCode)status, "no json"u8.ToArray(), Call.Post).ShouldBeOfType<SendResult.Unknown>();

    [Fact]
    public void Too_many_waits_as_long_as_X_says() =>
        Failures
            .From(HttpStatusCode.TooManyRequests, default, Call.Post, TimeSpan.FromSeconds(40))
            .ShouldBeOfType<SendResult.Retryable>()
            .After.ShouldBe(TimeSpan.FromSeconds(40));

    [Fact]
    public void The_limits_of_a_recorded_answer_are_obeyed()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var at = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(
                Payloads.Header("x/v2-dm-send-01.headers.txt", "x-rate-limit-reset"),
                System.Globalization.CultureInfo.InvariantCulture
            ) - 60
        );
        var limits = new RateLimits(new Fixed(at));
        using var response = Answer(200, Payloads.Header("x/v2-dm-send-01.headers.txt", "x-rate-limit-remaining"), at.AddSeconds(60));
        limits.Note("1", "Direct", response);
        limits.Pause("1", "Direct").ShouldBe(TimeSpan.Zero);
        using var last = Answer(200, "0", at.AddSeconds(60));
        limits.Note("1", "Direct", last);
        limits.Pause("1", "Direct").ShouldBe(TimeSpan.FromSeconds(60));
        limits.Pause("1", "Post").ShouldBe(TimeSpan.Zero);
        limits.Pause("2", "Direct").ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("0", "not a number")]
    [InlineData("0", "99999999999999")]
    [InlineData("-1", "0")]
    public void Odd_limits_never_close_an_account_for_good(string remaining, string reset)
    {
        var limits = new RateLimits(TimeProvider.System);
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("x-rate-limit-remaining", remaining);
        response.Headers.TryAddWithoutValidation("x-rate-limit-reset", reset);
        limits.Note("1", "Post", response);
        limits.Pause("1", "Post").ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("bare", "bare", null)]
    [InlineData("""{"access":"geheim","refresh":"r","until":"2026-11-22T12:00:00Z"}""", "geheim", "r")]
    [InlineData("""{"access":"geheim"}""", "geheim", null)]
    [InlineData("{broken", "{broken", null)]
    public void A_token_stands_bare_or_with_what_renews_it(string kept, string access, string? refresh)
    {
        var token = Token.Read(kept);
        (token.Access, token.Refresh).ShouldBe((access, refresh));
        Token.Read(token.Write()).ShouldBe(token);
        token.ToString().ShouldNotContain(access);
    }

    [Theory]
    [InlineData("image/png", 1_000, false)]
    [InlineData("image/png", 6_000_000, true)]
    [InlineData("image/gif", 6_000_000, false)]
    [InlineData("application/pdf", 1_000, true)]
    public void Only_pictures_are_offered(string type, int length, bool refused) =>
        (UploadMedia.Refusal(type, length) is not null).ShouldBe(refused);

    private static string Reason(int status, string body, Call call) =>
        ((SendResult.Final)Failures.From((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), call)).Reason;

    private static string Json(SendToX.Errand errand, PartContent content, string? media = null) =>
        Encoding.UTF8.GetString(SendToX.Body(content, errand, media));

    private static HttpResponseMessage Answer(int status, string remaining, DateTimeOffset reset)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Add("x-rate-limit-remaining", remaining);
        response.Headers.Add("x-rate-limit-reset", $"{reset.ToUnixTimeSeconds()}");
        return response;
    }

    private static ReplyToSend Reply(string text, Visibility visibility) =>
        TestHub.Reply(Channel.X, "1", ["x:2"], text) with
        {
            Visibility = visibility,
        };

    private static OutboundPart Part(Visibility visibility, string? replyTo = null, string to = "x:2") =>
        new(
            Guid.CreateVersion7(),
            "GM0088",
            Guid.Empty,
            Guid.Empty,
            0,
            "demo",
            "1",
            Guid.Empty,
            null,
            1,
            DateTimeOffset.UnixEpoch,
            new([to], "hallo", null, null, null, Visibility: visibility, ReplyTo: replyTo)
        );

    private sealed class Fixed(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
