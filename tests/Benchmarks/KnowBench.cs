using System.Diagnostics;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Counting questions as they come and anew, the newsroom of a nation with a million conversations and of those who watch it, and what counting
/// costs the way of a message. The reference of counting is a subscriber that only counts the same events, at the same time.
/// </summary>
internal static class KnowBench
{
    private const int Questions = 20_000;
    private const int Conversations = 1_000_000;
    private const int Logged = 500_000;
    private const int LoggedLong = 2_500_000;
    private const int Asked = 10_000_000;
    private const int Looks = 100;
    private const int Municipalities = 40;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(15);

    /// <param name="full">Count ten million events anew, not two.</param>
    internal static async Task<Table> RunAsync(bool full)
    {
        var table = new Table("Know: counting and watching", "work", "of", "took, s", "a second", "p50, ms", "p95, ms", "asked");
        await CountAsync(table);
        await AnewAsync(table, full ? LoggedLong : Logged);
        await WatchAsync(table);
        await KnowPath.RunAsync(table);
        return table;
    }

    private static async Task CountAsync(Table table)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using WebApplication host = await BuildAsync(database.ConnectionString);
        var store = host.Services.GetRequiredService<EventStore.EventStore>();
        foreach (int[] few in Enumerable.Range(0, Questions).Chunk(500))
        {
            await KnowRows.AppendAsync(store, $"GM{few[0] / 500:0000}", few);
        }

        long began = Stopwatch.GetTimestamp();
        await host.StartAsync();
        var feed = host.Services.GetRequiredService<Feed>();
        await feed.CaughtUpAsync("bench.counting:All", CancellationToken.None);
        Pace(table, "events passed by (reference)", Questions, Stopwatch.GetElapsedTime(began));
        await feed.CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);
        Pace(table, "events counted as they come", Questions, Stopwatch.GetElapsedTime(began));
        await host.StopAsync();
    }

    private static async Task AnewAsync(Table table, int questions)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using WebApplication host = await BuildAsync(database.ConnectionString);
        await KnowRows.EventsAsync(database.ConnectionString, host.Services.GetRequiredService<EventStore.EventStore>(), questions);
        // As if the count that serves were as far: it is what a new one has to reach.
        await database.ScalarAsync<object>(
            $"select events.mt_mark_event_progression('{QuestionsSubscriber.Checkpoint}', {questions * KnowRows.EventsOfQuestion})"
        );
        await Generations.BeginAsync(host.Services.GetRequiredService<Database>(), Projection.Questions, CancellationToken.None);
        var rebuild = host.Services.GetRequiredService<Rebuild>();
        long began = Stopwatch.GetTimestamp();
        while (await database.ScalarAsync<int>("select monitoring.serving('questions')") == 1)
        {
            await rebuild.StepAsync(CancellationToken.None);
        }

        TimeSpan took = Stopwatch.GetElapsedTime(began);
        Pace(table, "events counted anew", questions, took, $"{Asked:N0} < 300 s");
        double all = took.TotalSeconds * Asked / (questions * KnowRows.EventsOfQuestion);
        table.Note(
            $"Counted anew: at the same pace {Asked:N0} events take {all:0} s{(all == took.TotalSeconds ? "" : " (extrapolated)")}."
        );
    }

    private static async Task WatchAsync(Table table)
    {
        await using BenchSystem system = await BenchSystem.CreateAsync();
        await system.PublishBlueprintAsync();
        string[] codes = [.. BenchSystem.Register.Select(line => line.Split(',')[0]).Distinct()];
        DateTimeOffset now = DateTimeOffset.UtcNow.AddSeconds(await system.CountAsync("select offset_seconds from hub.clock"));
        await KnowRows.QuestionsAsync(system.ConnectionString, Conversations, codes, now);
        ServiceProcess monitoring = await system.StartAsync("Monitoring");
        await system.CountAsync(
            "insert into hub.offices values ('nl', 'GM0088', 'bench', 'coordinator', 'Bench', 'bench', now()) returning 1"
        );
        await LookAsync(table, system, monitoring, codes);
        var (counting, drawing, drawn) = await KnowWatchers.RunAsync(system, monitoring, codes, Watched);
        table.Row($"{KnowWatchers.People} people watch, cores", drawn, Watched.TotalSeconds, "", "", $"{counting + drawing:0.00}", "< 0.5");
        table.Note(
            $"Watching: Monitoring {counting:0.00} cores, looking and drawing the screens as the workspace does {drawing:0.00} cores, sending them not counted."
        );
    }

    /// <summary>Each place for the first time, and the nation again and again.</summary>
    private static async Task LookAsync(Table table, BenchSystem system, ServiceProcess monitoring, string[] codes)
    {
        var (cold, warm) = (new List<double>(), new List<double>());
        using HttpClient nation = system.As(monitoring, "GM0088", "webcare");
        double first = await TimeAsync(nation, "nl");
        foreach (string code in codes.Take(Municipalities))
        {
            using HttpClient client = system.As(monitoring, code, "webcare");
            cold.Add(await TimeAsync(client, code));
        }

        for (int look = 0; look < Looks; look++)
        {
            warm.Add(await TimeAsync(nation, "nl"));
            await Task.Delay(50);
        }

        var of = $"{Conversations:N0} conversations";
        table.Row(
            $"newsroom of a municipality, first look, {of}",
            cold.Count,
            "",
            "",
            Percentiles.At(cold, 0.5),
            Percentiles.At(cold, 0.95),
            "< 100"
        );
        table.Row($"newsroom of the nation, {of}", warm.Count, "", "", Percentiles.At(warm, 0.5), Percentiles.At(warm, 0.95), "< 100");
        table.Note(
            $"The very first look after a start, of the nation, reads all that is open and compiles every municipality: {first / 1000:0.0} s."
        );
    }

    private static async Task<double> TimeAsync(HttpClient client, string scope)
    {
        long began = Stopwatch.GetTimestamp();
        await client.GetStringAsync($"/api/v1/newsroom?scope={scope}");
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Pace(Table table, string work, int questions, TimeSpan took, string asked = "") =>
        table.Row(
            work,
            questions * KnowRows.EventsOfQuestion,
            took.TotalSeconds,
            questions * KnowRows.EventsOfQuestion / took.TotalSeconds,
            "",
            "",
            asked
        );

    private static async Task<WebApplication> BuildAsync(string connectionString)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Vault:MasterKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Vault:HashKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Deletions:Path"] = Directory.CreateTempSubdirectory("webcare-bench-").FullName;
        builder.Services.AddWebcareDatabase(connectionString);
        builder.Services.AddMigrations<Projection>("monitoring");
        builder.Services.AddRulebook();
        builder.Services.AddSingleton<Offices>();
        builder.AddFigures();
        builder.Services.AddFeedSubscriber<CountingSubscriber>();
        WebApplication host = builder.Build();
        await host.Services.GetRequiredService<Migrations>().RunAsync(CancellationToken.None);
        return host;
    }
}
