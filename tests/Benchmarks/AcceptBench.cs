using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Signed webhooks per second that end on the bus, against a bare endpoint that checks the same signature and publishes one message.</summary>
internal static class AcceptBench
{
    private const int Posts = 30_000;
    private static readonly int[] _connections = [8, 64];

    internal static async Task<Table> RunAsync()
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        ServiceProcess ingest = await system.StartAsync("Ingest.WhatsApp");
        await system.RegisterAsync(342);
        await using ServiceProcess bare = new("Benchmarks", new Dictionary<string, string>(), ["bare", system.Secret, system.Broker]);
        await bare.StartAsync();

        var table = new Table(
            "Accept: signed webhooks of 1.5 KB, each confirmed on a quorum queue before its 200",
            "who",
            "connections",
            "posts/s",
            "p50 ms",
            "p99 ms",
            "refused"
        );
        foreach (int connections in _connections)
        {
            await MeasureAsync(table, "Ingest.WhatsApp", ingest.Address, system.Secret, connections);
            await MeasureAsync(table, "reference: bare endpoint", bare.Address, system.Secret, connections);
        }

        return table.Note(
            $"Peak memory: Ingest.WhatsApp {ingest.PeakMemory / 1_048_576} MB, bare endpoint {bare.PeakMemory / 1_048_576} MB. The load generator shares the machine."
        );
    }

    private static async Task MeasureAsync(Table table, string who, Uri address, string secret, int connections)
    {
        var webhooks = new Webhooks(342, secret);
        await new Load(address, webhooks, connections).RunAsync(2_000);
        var load = new Load(address, webhooks, connections);
        double seconds = await load.RunAsync(Posts);
        table.Row(
            who,
            connections,
            Posts / seconds,
            Percentiles.At(load.Latencies, 0.5),
            Percentiles.At(load.Latencies, 0.99),
            load.Refused
        );
    }
}
