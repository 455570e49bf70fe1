using System.Diagnostics;
using System.Globalization;
using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>
/// A back-test of a real change over recorded messages of 30 municipalities in 90 days, from the store: the whole, and what reading, decoding,
/// decrypting and deciding take of it. The second time has to give the same report. Reference: the same messages decided in memory.
/// </summary>
internal static class BacktestBench
{
    private const int Days = 90;
    private static readonly DateTimeOffset _from = new(2026, 8, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly int _messages = int.Parse(
        Environment.GetEnvironmentVariable("WEBCARE_BENCH_MESSAGES") ?? "100000",
        CultureInfo.InvariantCulture
    );

    internal static async Task<Table> RunAsync()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        SteppedClock clock = new(_from);
        using IHost host = StoreHost.Build(database.ConnectionString, clock, counting: false);
        await host.StartAsync();
        var layers = LayerFiles.FromBlueprint(ProjectFolders.Blueprint);
        var blueprint = Blueprints.Read(layers);
        string[] towns = [.. blueprint.Register.Select(town => town.Code).Order(StringComparer.Ordinal).Take(30)];
        int events = await WriteAsync(host, clock, blueprint, towns);
        await database.ScalarAsync<object>("vacuum analyze");
        var candidate = Blueprints.Read([.. layers.Select(Changed)], blueprint);

        var table = new Table("Back-test: from the store", "work", "messages/s", "us/message, so seconds a million");
        StoredReport first = await MeasureAsync(host, candidate, towns, table, lanes: 2);
        StoredReport second = await MeasureAsync(host, candidate, towns, table, lanes: 1);
        Reference(candidate, towns, table);
        table.Note(
            $"{first.Messages:N0} messages, {events:N0} events in the log, {first.Changed:N0} would change. Twice the same: {Same(first, second)}."
        );
        table.Note("Decoding, decrypting and deciding are the time of all lanes together, while the database reads on.");
        await host.StopAsync();
        return table;
    }

    private static async Task<int> WriteAsync(IHost host, SteppedClock clock, Blueprints blueprint, string[] towns)
    {
        RecordedMessages recorded = new(host.Services.GetRequiredService<EventStore.EventStore>(), clock, blueprint)
        {
            Releases = new Dictionary<string, int> { ["nl"] = 1 },
        };
        Stopwatch watch = Stopwatch.StartNew();
        int events = await recorded.WriteAsync(_messages, towns, _from, Days);
        await Console.Error.WriteLineAsync($"{events:N0} events written in {watch.Elapsed.TotalSeconds:N0} s");
        return events;
    }

    private static string Same(StoredReport first, StoredReport second) =>
        first.Hash() == second.Hash() ? first.Hash()[..16] : throw new InvalidOperationException("Two runs over the same messages differ.");

    private static async Task<StoredReport> MeasureAsync(IHost host, Blueprints candidate, string[] towns, Table table, int lanes)
    {
        var until = _from.AddDays(Days + 2);
        Replay replay = new(
            host.Services.GetRequiredService<Database>(),
            host.Services.GetRequiredService<Vault>(),
            new Trial(_from, until, until, candidate.For),
            towns,
            lanes
        );
        using Process here = Process.GetCurrentProcess();
        TimeSpan worked = here.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        var tallies = await replay.RunAsync((_, _) => Task.CompletedTask, default);
        double seconds = watch.Elapsed.TotalSeconds;
        StoredReport report = new Totals(towns[0], tallies, code => code).Report(0);
        Row(
            table,
            lanes == 1 ? "again, one lane, as on the screen" : $"whole back-test, {lanes} lanes, as ./webcare backtest",
            seconds,
            report.Messages
        );
        here.Refresh();
        Row(table, "  processor time of this process", (here.TotalProcessorTime - worked).TotalSeconds, report.Messages);
        Row(table, "  read (waiting for the database)", replay.Reading.TotalSeconds, report.Messages);
        Row(table, "  decode", replay.Spent.Decode.TotalSeconds, report.Messages);
        Row(table, "  decrypt", replay.Spent.Decrypt.TotalSeconds, report.Messages);
        Row(table, "  decide and compare", replay.Spent.Decide.TotalSeconds, report.Messages);
        return report;
    }

    private static void Reference(Blueprints candidate, string[] towns, Table table)
    {
        const int Count = 100_000;
        MessageFacts[] messages = [.. SampleTexts.Dutch.Select(text => new MessageFacts(text, "whatsapp"))];
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Count; i++)
        {
            candidate.For(towns[i % towns.Length]).Decide(messages[i % messages.Length], _from.AddMinutes(i));
        }

        Row(table, "reference: decide in memory, one core", watch.Elapsed.TotalSeconds, Count);
    }

    /// <summary>Parking goes first, and lights that are out have another answer time.</summary>
    private static LayerFiles Changed(LayerFiles layer) =>
        layer.Code == Blueprints.National
            ? layer with
            {
                Files = layer.Files.Append(new("rules/proef.yaml", Change)).ToDictionary(),
            }
            : layer;

    private static void Row(Table table, string work, double seconds, int messages) =>
        table.Row(work, messages / seconds, seconds / messages * 1e6);

    private const string Change = """
        defaults: { owner: Meting, theme: webcare, reviewOn: 2027-06-01 }
        rules:
          - id: nl.meting.trouwen
            title: Trouwen krijgt voorrang
            when: { text: { any: [trouwen] } }
            then: { priority: high, servicelevel: snel, overflow: never }
        """;
}
