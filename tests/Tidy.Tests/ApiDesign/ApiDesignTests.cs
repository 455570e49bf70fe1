using System.Diagnostics;

namespace WebcareHub.Tidy.Tests.ApiDesign;

/// <summary>
/// The description of every service keeps the NL API Design Rules 2.2: by our own reading of them, always; and by the official ruleset, where
/// that is at hand. Where it is, a linter that does not run is a failure.
/// </summary>
public sealed class ApiDesignTests(Descriptions described) : IClassFixture<Descriptions>
{
    private const string Ruleset = "data/openapi/adr-linter-spectral.yaml";
    private const string Linter = "@stoplight/spectral-cli@6.16.3";

    // Fetching it takes longest.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Every_service_describes_an_api_that_keeps_the_rules()
    {
        described
            .Documents.Keys.Order()
            .ShouldBe(["blueprint", "crisis", "hub", "ingest-chat", "ingest-whatsapp", "monitoring", "routing", "workspace"]);
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

        (int code, string said) = await LintAsync(ruleset!, folder);
        Directory.Delete(folder, recursive: true);

        said.ShouldContain("No results with a severity of 'error' found!");
        code.ShouldBe(0, said);
    }

    private static async Task<(int Code, string Said)> LintAsync(string ruleset, string folder)
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
        using Process linter = Process.Start(start)!;
        Task<string> said = linter.StandardOutput.ReadToEndAsync();
        Task<string> trouble = linter.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Patience);
        try
        {
            await linter.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            linter.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Linter} was not done within {Patience}.\n{await said}\n{await trouble}");
        }

        return (linter.ExitCode, $"{await said}\n{await trouble}");
    }
}
