using System.Text.Json;
using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class SchemaTests
{
    /// <summary>Set WEBCARE_REWRITE_SCHEMAS=1 to write the files instead.</summary>
    [Fact]
    public void The_schemas_in_the_blueprint_are_those_of_the_language()
    {
        var folder = Path.Combine(Root.Folder, "blueprint", "schema");
        if (Environment.GetEnvironmentVariable("WEBCARE_REWRITE_SCHEMAS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in BlueprintSchemas.All())
            {
                File.WriteAllText(Path.Combine(folder, file), text);
            }
        }
        Directory.GetFiles(folder, "*.json").Select(Path.GetFileName).Order().ShouldBe(BlueprintSchemas.All().Keys.Order());
        foreach (var (file, text) in BlueprintSchemas.All())
        {
            File.ReadAllText(Path.Combine(folder, file)).ShouldBe(text, $"{file}: run this test with WEBCARE_REWRITE_SCHEMAS=1");
        }
    }

    [Fact]
    public void A_schema_names_every_condition_and_every_consequence()
    {
        var definitions = JsonDocument.Parse(BlueprintSchemas.All()["rules.json"]).RootElement.GetProperty("definitions");
        var conditions = definitions
            .GetProperty("condition")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(each => each.Name)
            .ToList();
        conditions.ShouldContain("detects");
        conditions.ShouldContain("firstContact");
        conditions.Count.ShouldBe(20);
        definitions.GetProperty("actions").GetProperty("properties").EnumerateObject().Count().ShouldBe(17);
    }
}

internal static class Root
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "WebcareHub.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside the project.");
        }
        return at.FullName;
    }
}
