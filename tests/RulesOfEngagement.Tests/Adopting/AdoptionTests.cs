using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

/// <summary>Who chooses what, what holds then, and the sentence a colleague reads.</summary>
public partial class AdoptionTests
{
    /// <param name="Answer">The answer it is about.</param>
    /// <param name="Text">What holds; null when nothing does.</param>
    public sealed record Case(
        string Name,
        string? Own,
        string Answer,
        string? Text,
        EntryStanding Standing,
        string Sentence,
        string Region = ""
    )
    {
        public override string ToString() => Name;
    }

    public static Case[] Cases => [.. Own, .. OfTheRegion];

    public static TheoryData<string, int> Rows =>
        [
            .. Cases
                .SelectMany(each => new[] { (each.Name, 3), (each.Name, 4) })
                .Select(row => new TheoryDataRow<string, int>(row.Name, row.Item2)),
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_choice_holds_as_it_says(string name, int layers)
    {
        var row = Cases.Single(each => each.Name == name);
        var blueprint = Town.With(row.Own, row.Region, layers == 4 ? "" : null);
        blueprint.LayersOf("GM0088").Count.ShouldBe(layers);
        blueprint.For("GM0088").Answer(row.Answer)?.Text.ShouldBe(row.Text);
        (blueprint.For("GM0088").Answer(row.Answer) is null).ShouldBe(row.Text is null);
        var state = blueprint.Adoption.Explain("GM0088", "answers", row.Answer);
        (state.Standing, state.Sentence).ShouldBe((row.Standing, row.Sentence));
    }

    [Fact]
    public void A_province_chooses_for_its_members_and_a_region_nearer_by_wins()
    {
        const string Defers =
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Fries overleg } ] }";
        var province = Town.With(null, province: Defers);
        province.For("GM0088").Answer("afval")!.Text.ShouldBe("Landelijk een.");
        province
            .Adoption.Explain("GM0088", "answers", "afval")
            .Sentence.ShouldBe(
                "Provincie Fryslân stelt antwoord 'Afval' uit landelijke versie 2 uit en versie 1 blijft gelden: Fries overleg."
            );

        const string Adopts = "adoption: { choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }";
        var both = Town.With(null, Adopts, Defers);
        both.For("GM0088").Answer("afval")!.Text.ShouldBe("Landelijk twee.");
        both.For("GM0072").Answer("afval")!.Text.ShouldBe("Landelijk twee.");
    }
}
