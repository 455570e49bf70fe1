using System.Diagnostics;

namespace WebcareHub.Tidy.Tests.ApiDesign;

/// <summary>
/// The description of every service keeps the NL API Design Rules 2.2: by our own reading of them, always; and by the official ruleset, where
/// that and Node are at hand.
/// </summary>
public sealed class ApiDesignTests(Descriptions described) : IClassFixture<Descriptions>
{
    private const string Ruleset = "data/openapi/adr-linter-spectral.yaml";
    private const string Linter = "@stoplight/spectral-cli@6.16.3";

    [Fact]
    public void Every_service_describes_an_api_that_keeps_the_rules()
    {
        described.Documents.Keys.Order().ShouldBe(["blueprint", "hub", "ingest-whatsapp", "routing", "workspace"]);
        described.Documents["hub"].GetProperty("paths").EnumerateObject().Count().ShouldBeGreaterThan(25);
        described
            .Documents.SelectMany(document => DesignRules.Broken(document.Value).Select(fault => $"{document.Key}: {fault}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_official_linter_finds_no_error()
    {
        string? ruleset = ProjectFolders.Shared(Ruleset);
        Assert.SkipWhen(ruleset is null, $"The ruleset is not beside this checkout: ../shared/{Ruleset}.");
        string folder = Directory.CreateTempSubdirectory("webcare-openapi").FullName;
        foreach ((string service, var document) in described.Documents)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{service}.json"), document.GetRawText());
        }

        (int? code, string said) = await LintAsync(ruleset!, folder);
        Directory.Delete(folder, recursive: true);

        Assert.SkipWhen(code is null, "npx is not on this machine.");
        // What npm cannot fetch it says elsewhere; a linter that ran has always something to say here.
        Assert.SkipWhen(code != 0 && said.Length == 0, $"npx could not fetch {Linter}.");
        said.ShouldContain("No results with a severity of 'error' found!");
        code.ShouldBe(0);
    }

    private static async Task<(int? Code, string Said)> LintAsync(string ruleset, string folder)
    {
        ProcessStartInfo start = new(
            "npx",
            ["--yes", Linter, "lint", "--ruleset", ruleset, "--fail-severity", "error", "--display-only-failures"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(Directory.GetFiles(folder), start.ArgumentList.Add);
        try
        {
            using Process linter = Process.Start(start)!;
            Task<string> trouble = linter.StandardError.ReadToEndAsync();
            string said = await linter.StandardOutput.ReadToEndAsync();
            await trouble;
            await linter.WaitForExitAsync();
            return (linter.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "");
        }
    }
}
