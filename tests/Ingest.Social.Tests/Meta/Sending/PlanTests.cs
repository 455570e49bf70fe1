using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta;
using WebcareHub.Ingest.Social.Meta.Sending;

namespace WebcareHub.Ingest.Social.Tests.Meta.Sending;

public sealed class PlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("messenger", 2000)]
    [InlineData("instagram", 1000)]
    public void A_long_text_goes_in_parts_that_the_platform_takes(string channel, int limit)
    {
        var parts = PlanReply.Plan(Private(channel, string.Join(' ', Enumerable.Repeat("woord", 900))), SurfaceOf(channel));
        parts.Count.ShouldBe((int)Math.Ceiling(900 * 6.0 / limit));
        parts.ShouldAllBe(part => part.Text!.Length <= limit);
    }

    [Fact]
    public void Instagram_counts_bytes() =>
        Prop.ForAll(
                Gen.Choose(0, 10_000).ToArbitrary(),
                seed =>
                    PlanReply
                        .Plan(Private("instagram", Emoji(new Random(seed))), Surface.Instagram)
                        .All(part => Encoding.UTF8.GetByteCount(part.Text!) <= 1000)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_part_knows_where_it_belongs()
    {
        var reply = TestHub.Reply("facebook", "1", ["fb:5"], new string('a', 9_000)) with
        {
            Visibility = Visibility.Public,
            ReplyTo = ReplyPlace.Write(new(Now, Comment: "9_1")),
        };
        var parts = PlanReply.Plan(reply, Surface.Facebook);
        parts.Count.ShouldBe(2);
        parts.ShouldAllBe(part => part.Visibility == Visibility.Public && part.ReplyTo == reply.ReplyTo);
    }

    [Fact]
    public void What_must_go_whole_is_one_part()
    {
        var reply = TestHub.Reply("facebook", "1", ["fb:5"], new string('a', 5_000)) with
        {
            ReplyTo = ReplyPlace.Write(new(Now, Comment: "9_1")),
        };
        PlanReply.Plan(reply, Surface.Facebook).ShouldHaveSingleItem().Text!.Length.ShouldBe(5_000);
        PlanReply
            .Plan(reply with { Act = ReplyAct.Hide, Text = null }, Surface.Facebook)
            .ShouldHaveSingleItem()
            .Act.ShouldBe(ReplyAct.Hide);
    }

    [Theory]
    [InlineData(20, null, false)]
    [InlineData(30, null, true)]
    [InlineData(30, 20, false)]
    [InlineData(20, -1, true)]
    public void After_a_day_it_goes_as_a_colleagues_own_words(int hoursAgo, int? personalInHours, bool late)
    {
        var part = Part(
            Private("messenger", "Ja.") with
            {
                PersonalAfter = personalInHours is { } hours ? Now.AddHours(hours) : null,
            },
            new(Now.AddHours(-hoursAgo))
        );
        SendMessage.IsLate(ErrandOf(part, Surface.Messenger), Now).ShouldBe(late);
    }

    [Fact]
    public void A_private_answer_to_a_comment_is_refused_before_anything_leaves()
    {
        Refusal(new(Now.AddDays(-8), Comment: "9_1"), "Ja.")
            .ShouldNotBeNull()
            .ShouldStartWith("Een privébericht bij een reactie kan tot 7 dagen");
        Refusal(new(Now, Comment: "9_1"), new string('a', 2_001)).ShouldNotBeNull().ShouldContain("hoogstens 2000 tekens");
        Refusal(new(Now, "9_1", "9", Mention: true), "Ja.").ShouldNotBeNull().ShouldStartWith("Bij een bericht van een ander");
        Refusal(new(Now, Comment: "9_1"), "Ja.").ShouldBeNull();
    }

    [Fact]
    public void A_place_that_was_not_written_here_is_no_place()
    {
        ReplyPlace.Read("{").ShouldBe(new ReplyPlace());
        ReplyPlace.Read("null").ShouldBe(new ReplyPlace());
        ReplyPlace.Read("""{"comment":5}""").ShouldBe(new ReplyPlace());
        ReplyPlace.Read(null).IsPublic.ShouldBeFalse();
    }

    private static string? Refusal(ReplyPlace place, string text) =>
        Refusals.OfPrivateReply(ErrandOf(Part(Private("facebook", text), place), Surface.Facebook), Now)?.Reason;

    private static string Emoji(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(1, 3_000))
                .Select(_ =>
                    random.Next(4) switch
                    {
                        0 => "é",
                        1 => "👨‍👩‍👧 ",
                        2 => "😀",
                        _ => "a",
                    }
                )
        );

    private static Surface SurfaceOf(string channel) => channel == "messenger" ? Surface.Messenger : Surface.Instagram;

    private static ReplyToSend Private(string channel, string text) => TestHub.Reply(channel, "1", ["psid:5"], text);

    private static OutboundPart Part(ReplyToSend reply, ReplyPlace place) =>
        new(
            Guid.CreateVersion7(),
            reply.Municipality,
            reply.ConversationId,
            reply.ReplyId,
            0,
            "demo",
            "1",
            reply.ResidentId,
            null,
            1,
            Now,
            new(reply.To, reply.Text, null, null, null, ReplyTo: ReplyPlace.Write(place), PersonalAfter: reply.PersonalAfter)
        );

    private static Errand ErrandOf(OutboundPart part, Surface surface) =>
        new(
            part,
            surface,
            new Account(surface.Channel, "demo", "1", part.Municipality, null, "t"),
            ReplyPlace.Read(part.Content.ReplyTo),
            new PlatformCalls(surface.Name, Failures.IsTrouble, NullLogger.Instance)
        );
}
