using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Messages per second that end on the bus, at every door that takes them, each against a bare endpoint that checks the same signature and publishes
/// one message.
/// </summary>
internal static class AcceptBench
{
    private const int Municipalities = 342;
    private static readonly int[] _connections = [8, 64];

    /// <param name="Posts">How many are measured.</param>
    private sealed record Door(string Who, ServiceProcess Service, Func<int, string, HttpRequestMessage> Post, int Posts = 15_000);

    internal static async Task<Table> RunAsync()
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        Door[] doors = await OpenAsync(system);
        await using ServiceProcess bare = new("Benchmarks", new Dictionary<string, string>(), ["bare", system.Secret, system.Broker]);
        await bare.StartAsync();

        var table = new Table(
            "Accept: posts of 1.5 KB (chat: as short as they are), each confirmed on a quorum queue before its 200",
            "who",
            "connections",
            "posts/s",
            "of bare",
            "p50 ms",
            "p99 ms",
            "refused"
        );
        foreach (Door door in doors)
        {
            await CompareAsync(table, door, bare);
        }

        IEnumerable<string> memory = doors.Select(door => door.Service).Append(bare).Distinct().Select(Memory);
        return table.Note($"Peak memory: {string.Join(", ", memory)}. The load generator shares the machine.");
    }

    private static async Task CompareAsync(Table table, Door door, ServiceProcess bare)
    {
        Door reference = door with { Who = "reference: bare endpoint", Service = bare };
        foreach (int connections in _connections)
        {
            await MeasureAsync(table, door, connections, await MeasureAsync(table, reference, connections, null));
        }
    }

    private static async Task<Door[]> OpenAsync(BenchSystem system)
    {
        ServiceProcess whatsApp = await system.StartAsync("Ingest.WhatsApp");
        ServiceProcess social = await system.StartAsync("Ingest.Social");
        ServiceProcess chat = await system.StartAsync("Ingest.Chat", ("Chat__PeoplePerAddress", "100000"));
        foreach (string channel in new[] { "whatsapp", "messenger", "x" })
        {
            await system.RegisterAsync(Municipalities, channel);
        }

        await system.AddChatAsync(ChatVisitors.Website);
        var webhooks = new Webhooks(Municipalities, system.Secret);
        Func<int, string, HttpRequestMessage> says = await ChatVisitors.InTurnAsync(chat, 1_200);
        return
        [
            new("WhatsApp", whatsApp, webhooks.Post),
            new("Meta", social, webhooks.PostMeta),
            new("X", social, webhooks.PostX),
            new("chat line", chat, says, 8_000),
        ];
    }

    private static string Memory(ServiceProcess process) =>
        $"{(process.Name == "Benchmarks" ? "bare endpoint" : process.Name)} {process.PeakMemory / 1_048_576} MB";

    private static async Task<double> MeasureAsync(Table table, Door door, int connections, double? reference)
    {
        await new Load(door.Service.Address, door.Post, connections).RunAsync(1_000);
        var load = new Load(door.Service.Address, door.Post, connections);
        double rate = door.Posts / await load.RunAsync(door.Posts);
        table.Row(
            door.Who,
            connections,
            rate,
            reference is { } bare ? $"{100 * rate / bare:0} %" : "",
            Percentiles.At(load.Latencies, 0.5),
            Percentiles.At(load.Latencies, 0.99),
            load.Refused
        );
        return rate;
    }
}
