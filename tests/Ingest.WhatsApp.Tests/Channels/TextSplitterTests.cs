using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Texts;

namespace WebcareHub.Ingest.WhatsApp.Tests.Channels;

public sealed class TextSplitterTests
{
    [Fact]
    public void A_short_text_stays_whole() =>
        TextSplitter.Split("Goedemiddag, dank voor uw bericht.", 4096).ShouldBe(["Goedemiddag, dank voor uw bericht."]);

    [Fact]
    public void Nothing_gives_no_part() => TextSplitter.Split("  \n ", 4096).ShouldBeEmpty();

    [Fact]
    public void A_long_text_is_cut_on_white_space() => TextSplitter.Split("een twee drie vier", 10).ShouldBe(["een twee", "drie vier"]);

    [Fact]
    public void What_a_reader_sees_as_one_character_stays_together()
    {
        var family = "👨‍👩‍👧‍👦";
        var parts = TextSplitter.Split(string.Concat(Enumerable.Repeat(family, 9)), 30);
        parts.ShouldAllBe(part => part.Length <= 30 && part.Length % family.Length == 0);
        string.Concat(parts).ShouldBe(string.Concat(Enumerable.Repeat(family, 9)));
    }

    [Fact]
    public void No_part_is_too_long_and_no_word_is_lost() =>
        Prop.ForAll<string?, PositiveInt>(
                (text, size) =>
                {
                    var limit = size.Get + 1;
                    var parts = TextSplitter.Split(text ?? "", limit);
                    return parts.All(part => part.Length is > 0 && part.Length <= limit) && Bare(string.Concat(parts)) == Bare(text ?? "");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Piled_accents_longer_than_a_part_are_still_cut()
    {
        var pile = "a" + new string('\u0301', 100);
        var parts = TextSplitter.Split(pile, 10);
        string.Concat(parts).ShouldBe(pile);
        parts.ShouldAllBe(part => part.Length <= 10);
    }

    [Fact]
    public void A_bounded_text_ends_in_an_ellipsis_and_never_in_half_a_character()
    {
        var bounded = TextSplitter.Bound(string.Concat(Enumerable.Repeat("😀", 20)), 10);
        bounded.Length.ShouldBeLessThanOrEqualTo(10);
        bounded.ShouldEndWith("…");
        bounded.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        StringInfo.ParseCombiningCharacters(bounded).Length.ShouldBe(5);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
