using System.CommandLine;
using WebcareHub.Blueprint.Backtesting;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Hub.Commands;

/// <summary>Tries the blueprint folder on recorded messages, before it is published.</summary>
internal static class Backtesting
{
    internal static Command Command()
    {
        Argument<string> folder = new("folder")
        {
            Description = "Folder with national/, regions/ and municipalities/.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Blueprint__Folder") ?? "blueprint",
        };
        Option<string> municipality = new("--municipality") { Description = "CBS code: whose messages, and who looks.", Required = true };
        Option<DateOnly> from = new("--from")
        {
            Description = "First day; three months ago when left out.",
            DefaultValueFactory = _ => Today().AddDays(-90),
        };
        Option<DateOnly> until = new("--until") { Description = "Last day; today when left out.", DefaultValueFactory = _ => Today() };
        Option<BacktestScope> scope = new("--scope") { Description = "Whose messages besides: those of the region or of all that share." };
        Option<BacktestBaseline> against = new("--against")
        {
            Description = "What was decided, or what the blueprint in force would decide.",
        };
        Command backtest = new("backtest", "Try the folder on recorded messages; prints what would change.")
        {
            folder,
            municipality,
            from,
            until,
            scope,
            against,
        };
        backtest.SetAction(
            async (parsed, ct) =>
            {
                NewBacktest asked = new(
                    new(),
                    parsed.GetValue(from),
                    parsed.GetValue(until),
                    parsed.GetValue(scope),
                    parsed.GetValue(against)
                );
                return await RunAsync(parsed.GetValue(folder)!, parsed.GetValue(municipality)!, asked, ct);
            }
        );
        return backtest;
    }

    private static async Task<int> RunAsync(string folder, string municipality, NewBacktest asked, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        return await app.Services.GetRequiredService<FolderBacktest>().RunAsync(folder, municipality, asked, Console.Out, ct);
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
