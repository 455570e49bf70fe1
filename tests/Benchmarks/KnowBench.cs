using System.Diagnostics;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Newsrooms;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;
using Blueprints = WebcareHub.RulesOfEngagement.Blueprint;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Counting questions as they come and anew, and the newsroom of the nation with many conversations. Its reference is a subscriber that only counts
/// the same events, at the same time.
/// </summary>
internal static class KnowBench
{
    private const int Questions = 20_000;
    private const int Conversations = 300_000;
    private const int Looks = 200;

    private const string Many = """
        insert into monitoring.questions
        select 1, 'GM' || lpad((n % 342)::text, 4, '0'), md5(n::text)::uuid, 'whatsapp', false, null, 'afval', t, t + interval '1 hour', n % 50 = 0, 0,
            'n' || ticks || ';a' || ticks || ';d' || ticks || '>' || ticks + 36000000000 ||
            case when n % 50 = 0 then '' else ';r' || ticks + 6000000000 || ':own;v' || ticks + 36000000000 || ':answered' end
        from (select n, now() - n * interval '12 seconds' as t from generate_series(1, {0}) n) q,
            lateral (select (621355968000000000 + extract(epoch from t)::bigint * 10000000)::bigint as ticks) k
        """;

    private const string Serving =
        "select max(generation) from monitoring.generations where projection = 'questions' and state = 'serving'";

    internal static async Task<Table> RunAsync()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await using WebApplication host = Build(database.ConnectionString);
        await host.Services.GetRequiredService<Migrations>().RunAsync(CancellationToken.None);
        await PublishAsync(host);
        await AppendAsync(host);
        var table = new Table("Know: counting and watching", "work", "of", "took, s", "a second", "p50, ms", "p95, ms", "budget p95");
        long began = Stopwatch.GetTimestamp();
        await host.StartAsync();
        var feed = host.Services.GetRequiredService<Feed>();
        await feed.CaughtUpAsync("bench.counting:All", CancellationToken.None);
        Pace(table, "events passed by (reference)", Stopwatch.GetElapsedTime(began));
        await feed.CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);
        Pace(table, "events counted as they come", Stopwatch.GetElapsedTime(began));
        await Generations.BeginAsync(host.Services.GetRequiredService<Database>(), Projection.Questions, CancellationToken.None);
        began = Stopwatch.GetTimestamp();
        while (await database.ScalarAsync<int>(Serving) == 1)
        {
            await host.Services.GetRequiredService<Rebuild>().StepAsync(CancellationToken.None);
        }

        Pace(table, "events counted anew", Stopwatch.GetElapsedTime(began));
        await database.ScalarAsync<object>(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Many.Replace("select 1,", "select 2,"), Conversations)
        );
        await database.ScalarAsync<object>("analyze monitoring.questions");
        await WatchAsync(host, table);
        await host.StopAsync();
        return table;
    }

    private static async Task WatchAsync(WebApplication host, Table table)
    {
        var rulebook = host.Services.GetRequiredService<Rulebook>();
        await rulebook.NowAsync("GM0088", CancellationToken.None);
        Blueprints blueprint = rulebook.Last!.Blueprint;
        string[] codes = [.. Enumerable.Range(0, 342).Select(number => $"GM{number:0000}")];
        var scope = new Scope(Blueprints.National, "heel Nederland", [], codes, false, blueprint);
        var maker = host.Services.GetRequiredService<Maker>();
        long first = Stopwatch.GetTimestamp();
        await maker.MakeAsync(scope, CancellationToken.None);
        double cold = Stopwatch.GetElapsedTime(first).TotalSeconds;
        var times = new List<double>();
        for (int look = 0; look < Looks; look++)
        {
            long began = Stopwatch.GetTimestamp();
            await maker.MakeAsync(scope, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(50);
        }

        table.Row(
            $"newsroom of the nation, {Conversations:N0} conversations",
            Looks,
            "",
            "",
            Percentiles.At(times, 0.5),
            Percentiles.At(times, 0.95),
            "100"
        );
        table.Note(
            $"The first look of the day reads what is open and the same weekday four weeks back: {cold:0.0} s. Slowest later look: {times.Max():0} ms."
        );
    }

    private static void Pace(Table table, string work, TimeSpan took) =>
        table.Row(work, Questions * 4, took.TotalSeconds, Questions * 4 / took.TotalSeconds, "", "", "");

    private static async Task AppendAsync(WebApplication host)
    {
        var store = host.Services.GetRequiredService<EventStore.EventStore>();
        foreach (int[] few in Enumerable.Range(0, Questions).Chunk(500))
        {
            string tenant = $"GM{few[0] / 500:0000}";
            await using EventSession session = await store.OpenAsync([tenant], null, CancellationToken.None);
            foreach (int number in few)
            {
                var id = Guid.CreateVersion7();
                DateTimeOffset at = DateTimeOffset.UtcNow.AddMinutes(-number);
                object[] events =
                [
                    new ConversationOpened(id, tenant, Channel.WhatsApp, "app", "account", id, Visibility.Private, null, at),
                    new Queued("webcare", null, at.AddHours(1), "never", false, [], [], at),
                    new Claimed(new AgentRef("a", "A"), at.AddMinutes(1)),
                    new Resolved("answered", null, new AgentRef("a", "A"), at.AddMinutes(5)),
                ];
                session.Append(new StreamKey(tenant, $"conversation-{id}"), 0, events, id);
            }

            await session.CommitAsync(CancellationToken.None);
        }
    }

    private static async Task PublishAsync(WebApplication host)
    {
        LayerFiles national = LayerFiles.FromBlueprint(ProjectFolders.Blueprint).Single(layer => layer.Code == Blueprints.National);
        var published = new ReleasePublished(Blueprints.National, 1, "", national.Files, "", new AgentRef("b", "B"), DateTimeOffset.UtcNow);
        await using EventSession session = await host
            .Services.GetRequiredService<EventStore.EventStore>()
            .OpenAsync([Blueprints.National], null, CancellationToken.None);
        session.Append(StreamKey.OfLayer(Blueprints.National), 0, [published]);
        session.RaiseEpoch(Blueprints.National, 1);
        await session.CommitAsync(CancellationToken.None);
    }

    private static WebApplication Build(string connectionString)
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
        return builder.Build();
    }
}
