using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WebcareHub.Tidy.Tests;

/// <summary>What may point at what, and how long a file may be.</summary>
public sealed partial class FoldersTests
{
    private const int LongestFile = 250;
    private const int LongestProgram = 40;

    [Fact]
    public void No_service_references_another()
    {
        var references =
            from project in Sources.Files("*.csproj", "services", "shared")
            where !project.StartsWith("services/Hub/", StringComparison.Ordinal)
            from reference in XDocument.Parse(Sources.Text(project)).Descendants("ProjectReference")
            let target = (string)reference.Attribute("Include")!
            where !target.Contains("/shared/", StringComparison.Ordinal) && !SameFolder().IsMatch(target)
            select $"{project} -> {target}";

        references.ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_and_rules_reference_nothing()
    {
        string[] projects =
        [
            "shared/Contracts/WebcareHub.Contracts.csproj",
            "shared/RulesOfEngagement/WebcareHub.RulesOfEngagement.csproj",
        ];

        projects.Where(project => XDocument.Parse(Sources.Text(project)).Descendants("ProjectReference").Any()).ShouldBeEmpty();
    }

    [Fact]
    public void A_program_starts_in_forty_lines() =>
        Sources.Files("Program.cs", "services").Where(file => Sources.Lines(file) > LongestProgram).ShouldBeEmpty();

    [Fact]
    public void A_file_fits_in_the_head()
    {
        IEnumerable<string> files = Sources.Files("*.cs", "services", "shared", "tests").Concat(Sources.Files("*.razor", "services"));

        files.Where(file => Sources.Lines(file) > LongestFile).Select(file => $"{file}: {Sources.Lines(file)}").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_points_at_the_machine_it_was_made_on()
    {
        IEnumerable<string> files = new[]
        {
            "*.cs",
            "*.razor",
            "*.csproj",
            "*.sh",
            "*.md",
            "*.yml",
            "*.yaml",
            "*.sql",
            "*.json",
        }.SelectMany(pattern => Sources.Files(pattern, "services", "shared", "deploy", "docs", "blueprint"));

        files.Where(file => Workplace().IsMatch(Sources.Text(file))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\.\./[^/]+\.csproj$|^\.\./(Contracts|EventStore|RulesOfEngagement|Rulebooks|Channels|ServiceDefaults)/")]
    private static partial Regex SameFolder();

    [GeneratedRegex(@"(?<![\w.}$)/-])/(work|tmp|home)/")]
    private static partial Regex Workplace();
}
