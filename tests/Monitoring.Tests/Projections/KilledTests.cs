using System.Collections.Concurrent;
using System.Diagnostics;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests.Projections;

/// <summary>The service as a process of its own, killed without warning while it counts anew and residents go on asking.</summary>
public sealed class KilledTests : IAsyncLifetime
{
    private const string Serving =
        "select generation::bigint from monitoring.generations where projection = 'questions' and state = 'serving'";
    private const string Counted = $"select count(*) from monitoring.questions where generation = ({Serving})";
    private const string Half =
        "select position > 0 and position < goal from monitoring.generations where projection = 'questions' and state = 'filling'";

    // A question that missed an event, or got one twice, has another number of marks.
    private const string Wrong =
        $"select count(*) from monitoring.questions where generation = ({Serving}) and length(story) - length(replace(story, ';', '')) <> 3";

    private const int Before = 7_000;
    private static readonly AgentRef Jan = new("jan", "Jan");
    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-test").FullName;
    private TestDatabase _database = null!;
    private TestBroker _broker = null!;
    private ServiceProcess _monitoring = null!;
    private IHost _log = null!;

    [Fact]
    public async Task Killed_half_way_it_goes_on_without_a_gap_while_the_old_count_serves()
    {
        await AskAsync(0, Before);
        await CaughtUpAsync();
        (await CountAsync(Counted)).ShouldBe(Before);

        await Generations.BeginAsync(_log.Services.GetRequiredService<Database>(), Projection.Questions, CancellationToken.None);
        using var enough = new CancellationTokenSource();
        var (asking, watching) = (GoOnAsync(enough.Token), WatchAsync(enough.Token));
        await Until(() => _database.ScalarAsync<bool>(Half), "it is half-way");
        await _monitoring.KillAsync();
        (await _database.ScalarAsync<bool>(Half)).ShouldBeTrue();
        (await CountAsync(Serving)).ShouldBe(1);

        await _monitoring.StartAsync();
        await Until(async () => await CountAsync(Serving) == 2, "the new count serves");
        await enough.CancelAsync();
        var asked = await asking;
        await CaughtUpAsync();

        asked.ShouldBeGreaterThan(Before);
        (await CountAsync(Counted)).ShouldBe(asked);
        (await CountAsync(Wrong)).ShouldBe(0);
        (await watching).ShouldAllBe(served => served >= Before);
    }

    public async ValueTask InitializeAsync()
    {
        (_database, _broker) = (await TestDatabase.CreateAsync(), await TestBroker.CreateAsync());
        var settings = ServiceSettings.For(_database.ConnectionString, _broker.ConnectionString, _folder);
        _monitoring = new ServiceProcess("Monitoring", settings);
        await _monitoring.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), string? (setting) => setting.Value)
        );
        builder.Services.AddWebcareDatabase(_database.ConnectionString);
        _log = builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _monitoring.DisposeAsync();
        _log.Dispose();
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    /// <summary>Residents go on asking until it is enough; how many asked in all.</summary>
    private async Task<int> GoOnAsync(CancellationToken enough)
    {
        for (var asked = Before; ; asked += 20)
        {
            if (enough.IsCancellationRequested)
            {
                return asked;
            }

            await AskAsync(asked, 20);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>How many questions the count that serves had, looked at all the while.</summary>
    private async Task<IReadOnlyCollection<long>> WatchAsync(CancellationToken enough)
    {
        var seen = new ConcurrentQueue<long>();
        while (!enough.IsCancellationRequested)
        {
            seen.Enqueue(await CountAsync(Counted));
            await Task.Delay(50, CancellationToken.None);
        }

        return seen;
    }

    private async Task AskAsync(int from, int questions)
    {
        var store = _log.Services.GetRequiredService<EventStore.EventStore>();
        foreach (var few in Enumerable.Range(from, questions).Chunk(500))
        {
            await using var session = await store.OpenAsync(["GM0088"], null, CancellationToken.None);
            foreach (var number in few)
            {
                var id = new Guid(number, 0, 7, new byte[8]);
                var at = MonitoringHost.Now.AddMinutes(-number % 5_000);
                object[] events =
                [
                    new ConversationOpened(id, "GM0088", Channel.WhatsApp, "app", "account", id, Visibility.Private, null, at),
                    new Queued("webcare", null, at.AddHours(1), "never", false, [], [], at),
                    new Claimed(Jan, at.AddMinutes(1)),
                    new Resolved("answered", null, Jan, at.AddMinutes(5)),
                ];
                session.Append(new("GM0088", $"conversation-{id}"), 0, events, id);
            }

            await session.CommitAsync(CancellationToken.None);
        }
    }

    private Task CaughtUpAsync() =>
        _log.Services.GetRequiredService<Feed>().CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);

    private async Task<long> CountAsync(string sql) => await _database.ScalarAsync<long>(sql);

    private static async Task Until(Func<Task<bool>> holds, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), what);
            await Task.Delay(5);
        }
    }
}
