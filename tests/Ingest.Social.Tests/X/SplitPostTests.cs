using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Social.X.Sending;

namespace WebcareHub.Ingest.Social.Tests.X;

public sealed class SplitPostTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hallo", 5)]
    [InlineData("Één café", 8)]
    [InlineData("日本", 4)]
    [InlineData("😀", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("🇳🇱", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("❤️", 2)]
    [InlineData("“quote”", 7)]
    [InlineData("€", 2)]
    [InlineData("https://www.zwolle.nl/een/heel/lang/pad?met=vragen&en=antwoorden", 23)]
    [InlineData("zie https://zwolle.nl.", 28)]
    [InlineData("zwolle.nl", 23)]
    public void It_counts_as_X_does(string text, int weight) => Weight.Of(text).ShouldBe(weight);

    [Fact]
    public void What_fits_is_one_part() => SplitPost.Of(new string('a', 280)).ShouldHaveSingleItem();

    [Fact]
    public void Double_weight_halves_what_fits() => SplitPost.Of(new string('日', 281)).Select(part => part.Length).ShouldBe([140, 140, 1]);

    [Fact]
    public void It_is_cut_between_words_and_only_the_white_space_is_lost()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"woord{i}"));
        var parts = SplitPost.Of(text);
        parts.Count.ShouldBeGreaterThan(5);
        string.Join(' ', parts).ShouldBe(text);
    }

    [Fact]
    public void A_link_is_never_cut()
    {
        const string Link = "https://www.zwolle.nl/een/heel/lang/pad/dat/nergens/witruimte/heeft";
        SplitPost.Of(new string('a', 270) + " " + Link).ShouldBe([new string('a', 270), Link]);
    }

    [Fact]
    public void A_family_is_never_torn_apart()
    {
        const string Family = "👨‍👩‍👧‍👦";
        var parts = SplitPost.Of(string.Concat(Enumerable.Repeat(Family, 150)));
        parts.Count.ShouldBe(2);
        parts[0].ShouldBe(string.Concat(Enumerable.Repeat(Family, 140)));
    }

    [Fact]
    public void Any_text_is_cut_into_parts_that_fit_and_nothing_is_lost() =>
        Prop.ForAll<string>(text =>
            {
                var parts = SplitPost.Of(text ?? "");
                return parts.All(part => Weight.Of(part) <= Weight.Limit && part.Length > 0);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_without_an_end_is_cut_in_time()
    {
        foreach (var piece in new[] { "😀", "e\u0301", "a.b", "https://a.nl ", "\ud800", " ", "\u0301", "@x " })
        {
            var parts = SplitPost.Of(string.Concat(Enumerable.Repeat(piece, 250_000 / piece.Length)));
            parts.ShouldAllBe(part => Weight.Of(part) <= Weight.Limit);
        }
    }
}
