using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;
using WebcareHub.Ingest.Social.Mastodon.Sending;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class PlanTests
{
    private static readonly Place Place = new("10", "direct", "jan@elders.example");

    [Theory]
    [InlineData("Dag Jan", 7)]
    [InlineData("https://www.utrecht.nl/een/heel/lang/adres/dat/voor/drieentwintig/telt", 23)]
    [InlineData("zie https://a.nl en @jan@elders.example", 3 + 1 + 23 + 1 + 2 + 1 + 4)]
    [InlineData("mail info@elders.example", 24)]
    public void A_post_is_as_long_as_the_server_counts(string text, int length) => StatusLength.Of(text, 23).ShouldBe(length);

    [Fact]
    public void A_long_answer_becomes_posts_that_fit_with_the_name_and_lose_nothing()
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 300).Select(i => i % 20 == 0 ? $"https://www.utrecht.nl/{i}/{new string('x', 60)}" : $"woord{i}")
        );
        var parts = PlanReply.Plan(Reply(text), ServerFacts.Usual);
        parts.Count.ShouldBeGreaterThan(3);
        parts.ShouldAllBe(part => StatusLength.Of(PlanReply.Status(Place, part.Text, true), 23) <= 500);
        string.Join(' ', parts.Select(part => part.Text)).ShouldBe(text);
    }

    [Fact]
    public void The_server_says_how_long_a_post_may_be() =>
        PlanReply.Plan(Reply(new string('x', 400)), ServerFacts.Usual with { Characters = 5000 }).ShouldHaveSingleItem();

    [Fact]
    public void No_text_makes_a_post_that_is_too_long() =>
        Prop.ForAll<string?>(text =>
                SplitStatus.Split(text ?? "", 100, 23).All(part => part.Length > 0 && StatusLength.Of(part, 23) <= 100)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_part_knows_where_it_belongs_and_the_first_file_goes_with_the_last_text()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var parts = PlanReply.Plan(Reply("Zie de foto's") with { FileIds = [one, two], Visibility = Visibility.Public }, ServerFacts.Usual);
        parts.Select(part => (part.Text, part.FileId)).ShouldBe([("Zie de foto's", (Guid?)one), (null, two)]);
        parts.ShouldAllBe(part => part.ReplyTo == Place.Write() && part.Visibility == Visibility.Public);
    }

    [Theory]
    [InlineData("Dag Jan", "@jan@elders.example Dag Jan")]
    [InlineData("Dag @jan@elders.example, dank", "Dag @jan@elders.example, dank")]
    [InlineData("@jan@elders.example.kwaad hoi", "@jan@elders.example @\u200bjan@elders.example.kwaad hoi")]
    [InlineData("Vraag @wethouder of mail info@a.nl", "@jan@elders.example Vraag @\u200bwethouder of mail info@a.nl")]
    [InlineData(null, "@jan@elders.example")]
    public void A_private_post_names_the_resident_and_nobody_else(string? text, string status) =>
        PlanReply.Status(Place, text, isDirect: true).ShouldBe(status);

    [Fact]
    public void A_public_post_may_name_others() =>
        PlanReply.Status(Place, "Vraag @wethouder", isDirect: false).ShouldBe("@jan@elders.example Vraag @wethouder");

    [Fact]
    public void Whatever_the_text_a_private_post_mentions_only_the_resident() =>
        Prop.ForAll<string?>(text =>
                PlatformSimulator
                    .Mastodon.Mentions.In(PlanReply.Status(Place, text + " @iemand en @x@y.nl", isDirect: true))
                    .All(name => name == "jan@elders.example")
            )
            .QuickCheckThrowOnFailure();

    private static ReplyToSend Reply(string text) =>
        TestHub.Reply("mastodon", "amt", ["mastodon:https://elders.example/@jan"], text) with
        {
            ReplyTo = Place.Write(),
        };
}
