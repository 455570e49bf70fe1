using WebcareHub.RulesOfEngagement.Likeness;
using WebcareHub.Testing;

namespace WebcareHub.Routing.Tests.Alike;

public sealed class LikenessTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Theory]
    [InlineData("Goedemorgen, is het kraanwater veilig? Groetjes Jansen", "jansen", "kraanwater veilig")]
    [InlineData("IS HET KRAANWATER VEILIG", null, "kraanwater veilig")]
    [InlineData("Hoi, is het kráánwater in de Kerkstraat 12 veilig? 06-12345678 of jan@voorbeeld.nl", null, "kraanwater veilig")]
    [InlineData("Is het kraanwater van Vitens veilig? Zie https://voorbeeld.nl/water", null, "kraanwater veilig zie")]
    [InlineData("waar?", null, "")]
    [InlineData("Hallo, dank u wel", null, "")]
    [InlineData("👍", null, "")]
    public void Only_what_the_question_is_about_is_compared(string text, string? author, string words) =>
        string.Join(' ', Wording.Of(text, author).Select(word => word.Folded)).ShouldBe(words);

    [Theory]
    [InlineData("tijdig", "teidig")]
    [InlineData("wordt", "wort")]
    [InlineData("cadeau", "kadeau")]
    [InlineData("bommen", "bomen")]
    public void What_sounds_the_same_is_the_same(string one, string other) => Sound(one).ShouldBe(Sound(other));

    [Fact]
    public void The_estimate_is_close_to_the_share_in_common()
    {
        var one = Wording.Of("Wanneer komt de stroom weer terug in onze wijk", null);
        var other = Wording.Of("wanneer is de stroom terug", null);
        var (a, b) = (MinHash.Grams(one), MinHash.Grams(other));
        var exact = a.Intersect(b).Count() / (double)a.Union(b).Count();

        MinHash.Similarity(MinHash.Of(one)!, MinHash.Of(other)!).ShouldBe(exact, 0.15);
        MinHash.Similarity(MinHash.Of(one)!, MinHash.Of(one)!).ShouldBe(1);
    }

    [Fact]
    public void Every_way_to_put_a_question_comes_together_and_no_two_questions_do()
    {
        var (variations, groups) = (new DutchVariations(7), new Groups());
        var labelled = Enumerable
            .Range(0, 1_400)
            .Select(at => at % DutchVariations.Questions.Count)
            .Select(question => (Question: question, Group: Add(groups, variations.Of(question))))
            .ToArray();

        foreach (var group in labelled.GroupBy(message => message.Group))
            group.Select(message => message.Question).Distinct().Count().ShouldBe(1);
        foreach (var question in labelled.GroupBy(message => message.Question))
            question
                .CountBy(message => message.Group)
                .Max(group => group.Value)
                .ShouldBeGreaterThan(50, DutchVariations.Questions[question.Key]);
    }

    [Fact]
    public void An_exercise_never_meets_what_is_real()
    {
        var groups = new Groups();
        var signature = Signature("Is het kraanwater veilig om te drinken?");

        groups.Add(signature, 0, Now).ShouldNotBe(groups.Add(signature, 1, Now));
        groups.Add(signature, 1, Now).ShouldBe(groups.Add(signature, 1, Now));
    }

    [Fact]
    public void What_was_kept_goes_on_where_it_was()
    {
        var (before, after) = (new Groups(), new Groups());
        var signature = Signature("Is het kraanwater veilig om te drinken?");
        var group = before.Add(signature, 0, Now);

        after.Restore(group, signature, 0, Now);

        after.Add(Signature("is het kraanwater veilig te drinken"), 0, Now).ShouldBe(group);
    }

    [Fact]
    public void A_group_that_nobody_joined_for_long_is_forgotten()
    {
        var groups = new Groups();
        var (old, late) = (Signature("Is het kraanwater veilig?"), Signature("Wanneer komt de stroom terug?"));
        var group = groups.Add(old, 0, Now);
        var other = groups.Add(late, 0, Now.AddHours(3));

        var kept = groups.Since(Now.AddHours(2));

        kept.Count.ShouldBe(1);
        kept.Add(late, 0, Now.AddHours(4)).ShouldBe(other);
        kept.Add(old, 0, Now.AddHours(4)).ShouldNotBe(group);
    }

    private static Guid Add(Groups groups, string text) => groups.Add(Signature(text), 0, Now);

    private static ushort[] Signature(string text) => MinHash.Of(Wording.Of(text, null)) ?? throw new ShouldAssertException(text);

    private static string Sound(string word)
    {
        Span<char> sound = stackalloc char[2 * word.Length];
        return sound[..Spelling.Sound(word, sound)].ToString();
    }
}
