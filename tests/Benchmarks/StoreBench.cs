using System.Diagnostics;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Appends one event at a time at 1, 8 and 32 sessions, batches of 500, and the feed; against plain INSERTs of the same bytes.</summary>
internal static class StoreBench
{
    private static readonly TimeSpan _length = TimeSpan.FromSeconds(4);

    internal static async Task<Table> RunAsync()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        using IHost host = StoreHost.Build(database.ConnectionString);
        await host.StartAsync();
        var store = host.Services.GetRequiredService<EventStore.EventStore>();
        await using NpgsqlDataSource plain = await PlainTable.CreateAsync(database.ConnectionString);

        var table = new Table("Store: events/s, durable", "work", "ours", "plain INSERT", "ratio");
        foreach (int sessions in new[] { 1, 8, 32 })
        {
            double ours = await RateAsync(sessions, 1, () => AppendOneAsync(store));
            double reference = await RateAsync(sessions, 1, () => PlainTable.InsertAsync(plain, 1));
            table.Row($"append, one event, {sessions} sessions", ours, reference, ours / reference);
        }

        double batch = await RateAsync(2, 500, () => AppendManyAsync(store, 500));
        double rows = await RateAsync(2, 500, () => PlainTable.InsertAsync(plain, 500));
        table.Row("append, 500 streams a commit, 2 sessions", batch, rows, batch / rows);
        await FeedAsync(host, table);
        await host.StopAsync();
        return table;
    }

    private static async Task FeedAsync(IHost host, Table table)
    {
        var counter = host.Services.GetRequiredService<CountingSubscriber>();
        var feed = host.Services.GetRequiredService<Feed>();
        await feed.CaughtUpAsync(counter.Name, CancellationToken.None);
        long all = counter.Seen;
        Stopwatch watch = Stopwatch.StartNew();
        await feed.ResetAsync(counter.Name, CancellationToken.None);
        await Eventually.Async(() => counter.Seen >= 2 * all, "the rebuild", 300);
        double rebuilt = all / watch.Elapsed.TotalSeconds;
        table.Row("feed from nothing (decrypted, decoded)", rebuilt, "", "");
        table.Note($"{all:N0} events in the log. A plain INSERT writes the same bytes into one table with one index and nothing else.");
    }

    private static async Task<double> RateAsync(int sessions, int each, Func<Task> work)
    {
        await work();
        long done = 0;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, sessions)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (watch.Elapsed < _length)
                        {
                            await work();
                            Interlocked.Add(ref done, each);
                        }
                    })
                )
        );
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task AppendOneAsync(EventStore.EventStore store)
    {
        await using EventSession session = await store.OpenAsync(["GM0193"], null, CancellationToken.None);
        session.Append(new StreamKey("GM0193", $"conversation-{Guid.CreateVersion7()}"), 0, [Message()], Guid.NewGuid());
        await session.CommitAsync(CancellationToken.None);
    }

    private static async Task AppendManyAsync(EventStore.EventStore store, int streams)
    {
        await using EventSession session = await store.OpenAsync(["GM0193"], null, CancellationToken.None);
        for (int i = 0; i < streams; i++)
        {
            session.Append(new StreamKey("GM0193", $"conversation-{Guid.CreateVersion7()}"), 0, [Message()], Guid.NewGuid());
        }

        await session.CommitAsync(CancellationToken.None);
    }

    internal static MessageReceived Message() =>
        new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            "wamid.HBgLMzE2MTIzNDU2NzgVAgASGBQzQTRB",
            "A. Inwoner",
            MessageKind.Text,
            SampleTexts.Dutch[0],
            null,
            [],
            null,
            DateTimeOffset.UtcNow,
            DateTimeOffset.UtcNow
        );
}
