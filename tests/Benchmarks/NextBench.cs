using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// The next question for 500 colleagues of the national pool, with 50,000 waiting in 342 municipalities: as they come, and all at once. Its reference
/// is the next one of a single municipality's own work list with as many questions, in the same database.
/// </summary>
internal static class NextBench
{
    private const int Agents = 500;
    private const int ASecond = 40;
    private const int Seconds = 15;

    internal static async Task<Table> RunAsync()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        using IHost host = Build(database.ConnectionString);
        await host.StartAsync();
        await PoolOfNation.FillAsync(host, database, Agents);
        var table = new Table("Next: the following question, milliseconds", "work", "taken", "least", "p50", "p95", "p99", "budget p95");
        Caller[] own = [.. Enumerable.Range(0, Agents).Select(at => new Caller($"own{at}", "Own", PoolOfNation.Alone, ["webcare"]))];
        Caller[] pool = [.. Enumerable.Range(0, Agents).Select(PoolOfNation.Agent)];
        await RateAsync(host, own, 2);
        await RateAsync(host, pool, 2);
        Row(table, $"one's own work list of {PoolOfNation.Waiting:N0}, {ASecond}/s (reference)", await RateAsync(host, own, Seconds), "");
        Row(table, $"pool of {PoolOfNation.Municipalities} municipalities, {ASecond}/s", await RateAsync(host, pool, Seconds), "20");
        Row(table, $"pool, {Agents} colleagues in the same moment", await TogetherAsync(host, pool), "");
        long taken = await database.ScalarAsync<long>("select count(*) from events.mt_events where type = 'claimed'");
        long distinct = await database.ScalarAsync<long>("select count(distinct stream_id) from events.mt_events where type = 'claimed'");
        table.Note($"{taken:N0} claims of {distinct:N0} different questions: {taken - distinct} taken twice.");
        await host.StopAsync();
        return table;
    }

    private static IHost Build(string connectionString)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Vault:MasterKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Vault:HashKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Deletions:Path"] = Directory.CreateTempSubdirectory("webcare-bench-").FullName;
        builder.Services.AddWebcareDatabase(connectionString);
        builder.Services.AddMigrations<Desk>("routing");
        builder.Services.AddRulebook();
        return builder.Build();
    }

    private static void Row(Table table, string work, IReadOnlyCollection<double> times, string budget) =>
        table.Row(
            work,
            times.Count,
            Percentiles.At(times, 0),
            Percentiles.At(times, 0.5),
            Percentiles.At(times, 0.95),
            Percentiles.At(times, 0.99),
            budget
        );

    /// <summary>At an even pace, whether or not the one before is done.</summary>
    private static async Task<IReadOnlyCollection<double>> RateAsync(IHost host, Caller[] callers, int seconds)
    {
        ConcurrentBag<double> times = [];
        List<Task> all = [];
        Stopwatch watch = Stopwatch.StartNew();
        for (int call = 0; call < seconds * ASecond; call++)
        {
            TimeSpan ahead = TimeSpan.FromSeconds((double)call / ASecond) - watch.Elapsed;
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead);
            }

            Caller caller = callers[call % callers.Length];
            all.Add(Task.Run(() => TakeAsync(host, caller, times)));
        }

        await Task.WhenAll(all);
        return times;
    }

    private static async Task<IReadOnlyCollection<double>> TogetherAsync(IHost host, Caller[] callers)
    {
        ConcurrentBag<double> times = [];
        await Task.WhenAll(callers.Select(caller => Task.Run(() => TakeAsync(host, caller, times))));
        return times;
    }

    private static async Task TakeAsync(IHost host, Caller caller, ConcurrentBag<double> times)
    {
        long began = Stopwatch.GetTimestamp();
        var answer = await Next.Post(
            caller,
            host.Services.GetRequiredService<EventStore.EventStore>(),
            host.Services.GetRequiredService<Rulebook>(),
            TimeProvider.System,
            CancellationToken.None
        );
        if (answer.Result is Ok<ConversationRow>)
        {
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }
}
