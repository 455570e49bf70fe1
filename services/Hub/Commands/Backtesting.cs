using System.CommandLine;
using System.Globalization;
using WebcareHub.Blueprint.Backtesting;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Hub.Commands;

/// <summary>Tries the blueprint folder on recorded messages, before it is published.</summary>
internal static class Backtesting
{
    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "Folder with national/, regions/ and municipalities/.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Blueprint__Folder") ?? "blueprint",
    };

    private static readonly Option<string> Municipality = new("--municipality")
    {
        Description = "CBS code: whose messages, and who looks.",
        Required = true,
    };

    private static readonly Option<DateOnly?> From = Day("--from", "First day, as 2026-11-01; three months ago when left out.");

    private static readonly Option<DateOnly?> Until = Day("--until", "Last day; today when left out.");

    private static readonly Option<BacktestScope> Scope = new("--scope")
    {
        Description = "Whose messages besides: those of the region or of all that share.",
    };

    private static readonly Option<BacktestBaseline> Against = new("--against")
    {
        Description = "What was decided, or what the blueprint in force would decide.",
    };

    internal static Command Command()
    {
        Command backtest = new("backtest", "Try the folder on recorded messages; prints what would change.")
        {
            Folder,
            Municipality,
            From,
            Until,
            Scope,
            Against,
        };
        backtest.SetAction(
            async (parsed, ct) =>
            {
                NewBacktest asked = new(
                    new(),
                    parsed.GetValue(From) ?? BlueprintFiles.Today().AddDays(-90),
                    parsed.GetValue(Until) ?? BlueprintFiles.Today(),
                    parsed.GetValue(Scope),
                    parsed.GetValue(Against)
                );
                return await RunAsync(parsed.GetValue(Folder)!, parsed.GetValue(Municipality)!, asked, ct);
            }
        );
        return backtest;
    }

    private static async Task<int> RunAsync(string folder, string municipality, NewBacktest asked, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        return await app.Services.GetRequiredService<FolderBacktest>().RunAsync(folder, municipality, asked, Console.Out, ct);
    }

    private static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = given =>
            {
                var text = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
                if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                given.AddError($"Schrijf achter {name} een dag zoals 2026-11-01, niet '{text}'.");
                return null;
            },
        };
}
