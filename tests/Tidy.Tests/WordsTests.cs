using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WebcareHub.Tidy.Tests;

/// <summary>The words on the screen are those of the field.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void The_screen_speaks_the_words_of_the_field()
    {
        var values =
            from file in Files
            from data in XDocument.Parse(Sources.Text(file)).Descendants("data")
            let text = (string)data.Element("value")!
            where Avoided().IsMatch(text)
            select $"{(string)data.Attribute("name")!}: {text}";

        values.ShouldBeEmpty();
    }

    [Fact]
    public void The_screen_does_not_shout() =>
        Files
            .SelectMany(file => XDocument.Parse(Sources.Text(file)).Descendants("value"))
            .Select(value => value.Value)
            .Where(text => text.Contains('!', StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static readonly string[] Files =
    [
        "services/Workspace/Texts.resx",
        "services/Workspace/BlueprintTexts.resx",
        "services/Workspace/ImprovementTexts.resx",
        "services/Workspace/CrisisTexts.resx",
    ];

    // "Agent" is a police officer in Dutch, "wachtrij" is what a resident stands in; the list of work is the werkvoorraad.
    [GeneratedRegex(
        @"\b(tickets?|cases?|customers?|klant|klanten|agents?|tenants?|sla|triage|queues?|wachtrij(en)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Avoided();
}
