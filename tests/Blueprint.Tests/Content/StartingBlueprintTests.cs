using System.Text.RegularExpressions;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using static WebcareHub.Blueprint.Tests.Content.StartingBlueprint;

namespace WebcareHub.Blueprint.Tests.Content;

public sealed partial class StartingBlueprintTests
{
    private static readonly EffectiveBlueprint National = Of("GM0014");

    public static TheoryData<string> Demo => ["GM0088", "GM0072", "GM0193"];

    [Fact]
    public void Lint_finds_nothing_to_say() => Whole.Findings.Select(finding => finding.ToString()).ShouldBeEmpty();

    [Fact]
    public void It_holds_enough_to_start_with()
    {
        National.Topics.Count.ShouldBeGreaterThanOrEqualTo(40);
        National.Answers.Count.ShouldBeGreaterThanOrEqualTo(60);
        National.Principles.Count.ShouldBeGreaterThanOrEqualTo(10);
        National.Guidelines.Count.ShouldBeGreaterThanOrEqualTo(10);
        National.Templates.ShouldAllBe(template => template.Category == "utility" && template.Language == "nl");
        National.Scenarios.Select(scenario => scenario.Id).Order().ShouldBe(["brand-met-rook", "hoogwater", "stroomuitval"]);
        var rules = RulesByFile();
        rules.Values.Sum().ShouldBeGreaterThanOrEqualTo(60);
        rules.Keys.ShouldBe(["monitoring", "webcare", "woordvoering"], ignoreOrder: true);
    }

    [Fact]
    public void All_342_municipalities_of_the_register_compose_and_decide()
    {
        Whole.Register.Count.ShouldBe(342);
        foreach (var municipality in Whole.Register)
        {
            var blueprint = Whole.For(municipality.Code);
            blueprint.Voice.Name.ShouldBe(municipality.Name);
            var decision = blueprint.Decide(new MessageFacts("De lantaarnpaal voor mijn huis is stuk", "whatsapp"), Tuesday);
            decision.Topic.ShouldBe("openbare-ruimte.verlichting", municipality.Name);
            decision.Due.ShouldNotBeNull(municipality.Name);
        }
    }

    [Fact]
    public void The_register_is_that_of_the_reference_where_it_is_at_hand()
    {
        if (ProjectFolders.Shared("data/nl/municipalities.csv") is not { } reference)
        {
            Assert.Skip("The reference material is not beside this checkout.");
            return;
        }

        File.ReadLines(reference).Skip(1).Select(line => line[..6]).ShouldBe(Whole.Register.Select(found => found.Code), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Demo))]
    [InlineData("GM0363")]
    public void Every_answer_can_be_sent_as_it_stands(string municipality)
    {
        var blueprint = Of(municipality);
        var slots = new Dictionary<string, string>
        {
            ["naam"] = "mevrouw Visser",
            ["medewerker"] = "Sanne",
            ["kanaal"] = "WhatsApp",
        };
        var frame = blueprint.Render($"{blueprint.Voice.Greeting}\n\n{blueprint.Voice.Signature}", slots);
        frame.Missing.ShouldBeEmpty();
        foreach (var answer in blueprint.Answers)
        {
            var rendered = blueprint.RenderAnswer(answer.Id, slots);
            rendered.Missing.ShouldBeEmpty(answer.Id);
            (rendered.Text.Length + frame.Text.Length).ShouldBeLessThan(4096, answer.Id);
            rendered.Text.ShouldNotContain("{", customMessage: answer.Id);
        }
    }

    [Fact]
    public void A_municipality_that_says_je_never_says_u()
    {
        var zwolle = Of("GM0193");
        foreach (var answer in zwolle.Answers.Where(answer => answer.Id is not ("wadden-frysk" or "engels")))
        {
            Formal().IsMatch(zwolle.RenderAnswer(answer.Id).Text).ShouldBeFalse(answer.Id);
        }
    }

    [Fact]
    public void Answers_are_short_calm_and_in_plain_words()
    {
        foreach (var answer in National.Answers)
        {
            answer.Text.ShouldNotContain("!", customMessage: answer.Id);
            var sentences = answer.Text.Split(['.', '?', ':'], StringSplitOptions.RemoveEmptyEntries);
            sentences.Average(sentence => sentence.Split(' ').Length).ShouldBeLessThan(15, answer.Id);
            Stiff().Match(answer.Text).Value.ShouldBeEmpty(answer.Id);
        }
    }

    [Fact]
    public void Every_topic_offers_an_answer()
    {
        foreach (var topic in National.Topics)
        {
            National.AnswersFor(topic.Id, "whatsapp").ShouldNotBeEmpty(topic.Id);
            topic.Suggest.ShouldNotBeEmpty(topic.Id);
        }
    }

    private static Dictionary<string, int> RulesByFile() =>
        Directory
            .EnumerateFiles(Path.Combine(ProjectFolders.Blueprint, "national", "rules"))
            .Select(File.ReadAllText)
            .GroupBy(text => Theme().Match(text).Groups[1].Value)
            .ToDictionary(group => group.Key, group => group.Sum(text => Entry().Count(text)));

    [GeneratedRegex(@"\b(u|U|uw|Uw|uzelf)\b")]
    private static partial Regex Formal();

    [GeneratedRegex(
        @"\b(middels|derhalve|teneinde|conform|dient te|dienen te|inzake|omtrent|desbetreffende|alsmede|reeds|indien|casu quo)\b"
    )]
    private static partial Regex Stiff();

    [GeneratedRegex(@"^  theme: (\w+)", RegexOptions.Multiline)]
    private static partial Regex Theme();

    [GeneratedRegex(@"^  - id: ", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
