using Microsoft.Extensions.Logging.Abstractions;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Pulling;

/// <summary>What holds for every channel that is asked: one question at a time, and no cursor beyond what the broker has.</summary>
public sealed class PullerTests(TestHub hub) : IClassFixture<TestHub>, IAsyncDisposable
{
    private readonly Shelf.Rows rows = new();
    private readonly List<Puller<Shelf>> pullers = [];
    private readonly string account = $"a{Guid.NewGuid():N}";

    [Fact]
    public async Task Two_processes_never_ask_for_one_account_at_once()
    {
        var other = account + "-other";
        var gate = new TaskCompletionSource();
        rows.Meet = async id =>
        {
            await (id == account ? gate.Task : Task.CompletedTask);
            return null;
        };
        var (one, two) = (await StartAsync(), await StartAsync());
        await hub.AddAccountAsync(Shelf.Code, account, "token");
        await Eventually.Async(() => rows.Inside.GetValueOrDefault(account) == 1, "a question that is open");

        // Rounds of both go by: they ask for the other account, and are hurried for this one.
        await hub.AddAccountAsync(Shelf.Code, other, "token");
        foreach (var round in Enumerable.Range(1, 3))
        {
            await Eventually.Async(
                () =>
                {
                    pullers.ForEach(puller => puller.Hurry(hub.Get<AccountBook>().Find(Shelf.Code, "demo", account)!));
                    return one.Asked.GetValueOrDefault(other) + two.Asked.GetValueOrDefault(other) >= round * 3;
                },
                "rounds that go by"
            );
        }

        gate.SetResult();
        await Eventually.Async(() => one.Asked.GetValueOrDefault(account) + two.Asked.GetValueOrDefault(account) > 4, "more questions");
        rows.Most[account].ShouldBe(1);
    }

    [Fact]
    public async Task The_cursor_waits_for_the_broker_and_nothing_is_missed()
    {
        var shelf = await StartAsync();
        await hub.AddAccountAsync(Shelf.Code, account, "token");
        rows.Messages[account] = 1;
        await HeardAsync(1);
        await CursorAsync("1");

        await hub.Broker.SetAwayAsync(true);
        rows.Messages[account] = 3;
        var asked = shelf.Asked[account];
        await Eventually.Async(() => shelf.Asked[account] >= asked + 2, "questions while the broker is away");
        (await ReadCursorAsync()).ShouldBe("1");

        await hub.Broker.SetAwayAsync(false);
        await HeardAsync(3);
        await CursorAsync("3");
        // Two workers take from the queue: which of them hands on first is not promised.
        Ids().Distinct().ShouldBe([$"{account}-0", $"{account}-1", $"{account}-2"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_process_that_died_had_in_hand_is_read_again_by_another()
    {
        await hub.AddAccountAsync(Shelf.Code, account, "token");
        rows.Messages[account] = 2;
        await hub.Database.ScalarAsync<object>(
            """
            insert into channels.pulls (channel, app, account, tenant_id, cursor, due_at, leased_until)
            values ('shelf', 'demo', $1, 'GM0088', '1', now(), $2)
            """,
            account,
            hub.Get<TimeProvider>().GetUtcNow().AddSeconds(60)
        );
        var shelf = await StartAsync();
        await hub.AddAccountAsync(Shelf.Code, account + "-other", "token");
        await Eventually.Async(() => shelf.Asked.GetValueOrDefault(account + "-other") > 2, "rounds that go by");
        shelf.Asked.ShouldNotContainKey(account);

        await hub.MoveClockAsync(TimeSpan.FromMinutes(2));
        await HeardAsync(1);
        Ids().Distinct().ShouldBe([$"{account}-1"]);
    }

    [Fact]
    public async Task What_is_wrong_shows_at_the_account_until_it_is_right()
    {
        rows.Meet = _ => Task.FromResult<Pulled?>(Pulled.Failed(null, "De server antwoordt niet.", TimeSpan.FromMilliseconds(100)));
        await StartAsync();
        await hub.AddAccountAsync(Shelf.Code, account, "token");
        await ShowsAsync("De server antwoordt niet.");
        rows.Meet = _ => Task.FromResult<Pulled?>(null);
        await ShowsAsync(null);
    }

    [Fact]
    public async Task A_platform_whose_adapter_fails_is_asked_again()
    {
        var times = 0;
        rows.Meet = _ => ++times < 3 ? throw new InvalidOperationException("stuk") : Task.FromResult<Pulled?>(null);
        rows.Messages[account] = 1;
        await StartAsync();
        await hub.AddAccountAsync(Shelf.Code, account, "token");
        await HeardAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var puller in pullers)
        {
            await puller.StopAsync(default);
            puller.Dispose();
        }

        await hub.Database.ScalarAsync<object>("delete from channels.accounts where channel = 'shelf'");
        await hub.Get<AccountBook>().ReadAsync(default);
    }

    // With rows of its own, as another process has.
    private async Task<Shelf> StartAsync()
    {
        var shelf = new Shelf(rows);
        var puller = new Puller<Shelf>(
            shelf,
            new PullRows(hub.Get<Database>(), hub.Get<TimeProvider>()),
            hub.Get<AccountBook>(),
            hub.Get<AccountSigns>(),
            hub.Get<Reception>(),
            NullLogger<Puller<Shelf>>.Instance
        );
        pullers.Add(puller);
        await puller.StartAsync(default);
        return shelf;
    }

    private IReadOnlyList<string> Ids() =>
        [
            .. hub
                .Ear.Inbound.Where(inbound => inbound.Account == account)
                .Select(inbound => inbound.Content)
                .OfType<InboundMessage>()
                .Select(message => message.PlatformId),
        ];

    private Task HeardAsync(int messages) => Eventually.Async(() => Ids().Distinct().Count() == messages, $"{messages} messages heard");

    private Task<string?> CursorAsync(string cursor) => Eventually.Async(ReadCursorAsync, read => read == cursor, $"a cursor at {cursor}");

    private Task<string?> ReadCursorAsync() =>
        hub.Database.ScalarAsync<string>("select cursor from channels.pulls where channel = 'shelf' and account = $1", account);

    private Task<string?> ShowsAsync(string? failure) =>
        Eventually.Async(
            async () => (await hub.AccountAsync(Shelf.Code, account)).Health?.Failure,
            shown => shown == failure,
            $"an account that shows {failure ?? "that it is well"}"
        );
}
