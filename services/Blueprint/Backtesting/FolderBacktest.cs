using System.Globalization;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>Tries a folder on recorded messages, for the command line. It prints counts, never what anybody wrote.</summary>
public sealed class FolderBacktest
{
    private const int Lanes = 2;
    private readonly BacktestRun _run;
    private readonly BlueprintEditions _editions;
    private readonly TimeProvider _time;

    internal FolderBacktest(BacktestRun run, BlueprintEditions editions, TimeProvider time) =>
        (_run, _editions, _time) = (run, editions, time);

    /// <summary>Runs at once, with every layer of the folder that differs from its newest release.</summary>
    /// <param name="asked">Its candidate is not looked at.</param>
    /// <returns>Exit code: 1 when the folder holds no blueprint or has errors, the period is none, or nobody knows the municipality.</returns>
    public async Task<int> RunAsync(string folder, string municipality, NewBacktest asked, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(output);
        if (BlueprintFolder.Lint(folder, TextWriter.Null) != 0)
        {
            await output.WriteLineAsync($"De blauwdruk in {folder} heeft fouten, of is er niet. Kijk met: blueprint lint.");
            return 1;
        }

        var edition = await _editions.ReadAsync(ct);
        if (Refusal(municipality, asked, edition) is { } refusal)
        {
            await output.WriteLineAsync(refusal);
            return 1;
        }

        var changed = Changed(folder, edition);
        await output.WriteLineAsync(
            changed.Count == 0
                ? "De map is gelijk aan wat er geldt."
                : $"Dit verandert: {string.Join(", ", changed.Select(layer => layer.Code))}."
        );
        Print(await TryAsync(municipality, asked, changed, ct), output);
        return 0;
    }

    private static string? Refusal(string municipality, NewBacktest asked, BlueprintEditions.Edition edition) =>
        edition.Releases.Count == 0 ? "Er is nog niets uitgebracht, dus er is niets om mee te vergelijken."
        : edition.InForce.Register.All(town => town.Code != municipality)
            ? $"Gemeente '{municipality}' staat niet in het register. Schrijf de CBS-code, zoals GM0088."
        : StartBacktest.Period(asked);

    private static List<LayerFiles> Changed(string folder, BlueprintEditions.Edition edition)
    {
        var newest = edition
            .Releases.GroupBy(release => release.Code)
            .ToDictionary(layer => layer.Key, layer => layer.MaxBy(each => each.Release)!);
        return [.. LayerFiles.FromBlueprint(folder).Where(layer => !Same(layer, newest.GetValueOrDefault(layer.Code)))];
    }

    private Task<StoredReport> TryAsync(string municipality, NewBacktest asked, IReadOnlyList<LayerFiles> changed, CancellationToken ct) =>
        _run.RunAsync(
            new(municipality, changed, asked.From, asked.Until, asked.Scope, asked.Against, _time.GetUtcNow(), Lanes),
            (_, _) => Task.CompletedTask,
            ct
        );

    private static bool Same(LayerFiles layer, LayerFiles? release) =>
        release is not null
        && layer.Files.Count == release.Files.Count
        && layer.Files.All(file => release.Files.GetValueOrDefault(file.Key) == file.Value);

    private static void Print(StoredReport report, TextWriter output)
    {
        output.WriteLine(
            $"{report.Messages} berichten bekeken, {report.Changed} zouden anders gaan. Overgeslagen: {report.Erased} vergeten, {report.Unreadable} onleesbaar."
        );
        if (report.NotSharing > 0)
        {
            output.WriteLine($"Gemeenten in dit bereik die hun berichten niet delen: {report.NotSharing}.");
        }

        foreach (var kind in report.Kinds.Where(kind => kind.Count > 0))
        {
            output.WriteLine($"{NameOf(kind.Kind)}: {kind.Count}");
            foreach (var move in kind.Moves)
            {
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"  {move.Count, 7}  {move.From ?? "geen"} wordt {move.To ?? "geen"}")
                );
            }
        }

        var deadlines = report.Deadlines;
        output.WriteLine($"Te laat: {deadlines.LateBefore} van {deadlines.Known} waren het, {deadlines.LateAfter} zouden het zijn.");
        output.WriteLine($"Rapport {report.Hash()}");
    }

    private static string NameOf(BacktestChange kind) =>
        kind switch
        {
            BacktestChange.Topic => "Onderwerp",
            BacktestChange.WorkList => "Werkvoorraad",
            BacktestChange.Role => "Rol",
            BacktestChange.Priority => "Prioriteit",
            BacktestChange.Due => "Termijn",
            BacktestChange.Suggestions => "Voorgestelde antwoorden",
            BacktestChange.Overflow => "Overloop",
            BacktestChange.Acknowledgement => "Automatisch antwoord",
            BacktestChange.NoReply => "Geen antwoord nodig",
            _ => "Akkoord nodig",
        };
}
