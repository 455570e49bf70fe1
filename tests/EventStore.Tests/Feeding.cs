using System.Collections.Concurrent;
using Npgsql;
using Shouldly;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Testing;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed partial class Feeding : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() =>
        _store = await StartAsync(services =>
            services.AddFeedSubscriber<Everything>().AddFeedSubscriber<OnlyClaims>().AddFeedSubscriber<Sleeper>()
        );

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Eight_writers_with_sleeps_and_rollbacks_lose_nothing_and_keep_the_order()
    {
        var written = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 8),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (writer, _) =>
            {
                var random = new Random(writer);
                for (var i = 0; i < 60; i++)
                {
                    await WriteAsync(random, written);
                }
            }
        );

        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(20), None);

        var seen = _store.Get<Everything>().Seen.ToArray();
        seen.Select(e => e.Sequence).ShouldBeInOrder();
        seen.Select(e => ((Released)e.Data).By.Id).Order().ShouldBe(written.Select(id => id.ToString()).Order());
        (await _store.AsOwnerAsync<long>("select last_value from events.mt_events_sequence")).ShouldBeGreaterThan(
            seen.Length,
            "no rollback burned a number"
        );
    }

    [Fact]
    public async Task A_slow_transaction_of_another_kind_does_not_hold_it_up()
    {
        await using var idle = await _store.Database.App.OpenConnectionAsync(None);
        await using var transaction = await idle.BeginTransactionAsync(None);
        await using var command = new NpgsqlCommand("select pg_current_xact_id()::text", idle);
        await command.ExecuteScalarAsync(None);

        await _store.AppendAsync(NewStream(), 0, null, Claim());

        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);
        _store.Get<Everything>().Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_subscriber_gets_the_types_it_wants_with_their_text()
    {
        await _store.AppendAsync(NewStream(), 0, Guid.NewGuid(), Message("Hallo"), Claim(), Message("Nog iets"));

        await _store.Feed.CaughtUpAsync(OnlyClaims.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);
        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);

        _store.Get<OnlyClaims>().Seen.ShouldHaveSingleItem().ShouldBeOfType<Claimed>();
        _store.Get<Everything>().Seen.Select(e => (e.Data as MessageReceived)?.Text).ShouldBe(["Hallo", null, "Nog iets"]);
    }

    [Fact]
    public async Task A_subscriber_that_rests_is_spared_all_until_what_wakes_it_and_misses_nothing_from_then_on()
    {
        Task CaughtUp() => _store.Feed.CaughtUpAsync(Sleeper.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);
        await _store.AppendAsync(NewStream(), 0, null, Claim("first"));
        await CaughtUp();
        await _store.AppendAsync(NewStream(), 0, Guid.NewGuid(), Claim("asleep"), Claim("asleep"));
        await CaughtUp();
        await _store.AppendAsync(NewStream(), 0, Guid.NewGuid(), Claim("asleep"), Message("Help"), Claim("awake"));
        await CaughtUp();

        _store.Get<Sleeper>().Seen.Select(seen => (seen as Claimed)?.By.Name ?? "message").ShouldBe(["first", "message", "awake"]);
    }

    [Fact]
    public async Task What_it_writes_and_its_checkpoint_stand_or_fall_together()
    {
        var subscriber = _store.Get<Everything>();
        subscriber.FailNext = 3;
        for (var i = 0; i < 10; i++)
        {
            await _store.AppendAsync(NewStream(), 0, null, Claim());
        }

        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(20), None);

        subscriber.FailNext.ShouldBe(0);
        (await _store.AsOwnerAsync<long>("select count(*) from reading.seen where subscriber = $1", Everything.Checkpoint)).ShouldBe(10);
    }

    [Fact]
    public async Task An_event_that_keeps_failing_is_not_passed_over()
    {
        var subscriber = _store.Get<Everything>();
        await _store.AppendAsync(NewStream(), 0, null, Claim(), Claim("poison"), Claim());
        await Eventually.Async(() => subscriber.Refused > 2, "it tries again and again");

        (
            await _store.AsOwnerAsync<long>("select last_seq_id from events.mt_event_progression where name = $1", Everything.Checkpoint)
        ).ShouldBe(1);
        (await _store.AsOwnerAsync<long>("select count(*) from reading.seen")).ShouldBe(1);

        subscriber.Cured = true;
        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(20), None);
        (await _store.AsOwnerAsync<long>("select count(*) from reading.seen")).ShouldBe(3);
    }

    [Fact]
    public async Task Another_process_takes_over_when_the_leader_stops()
    {
        await using var other = await StartAsync(services => services.AddFeedSubscriber<Everything>(), beside: _store);
        await _store.AppendAsync(NewStream(), 0, null, Claim());
        await _store.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);
        other.Get<Everything>().Seen.ShouldBeEmpty();

        await _store.DisposeHostAsync();
        await other.AppendAsync(NewStream(), 0, null, Claim());

        await other.Feed.CaughtUpAsync(Everything.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(5), None);
        other.Get<Everything>().Seen.ShouldHaveSingleItem().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task With_every_connection_cut_again_and_again_each_event_is_written_once()
    {
        await using var other = await StartAsync(services => services.AddFeedSubscriber<Everything>(), beside: _store);
        var done = 0;
        for (var i = 0; i < 100; i++)
        {
            if (i % 20 == 10)
            {
                await _store.Postgres.CutConnectionsAsync();
            }
            try
            {
                await _store.AppendAsync(NewStream(), 0, null, Claim());
                done++;
            }
            catch (NpgsqlException)
            {
                // The session's connection was cut too: the caller tries again.
            }
        }

        await Eventually.Async(
            () => _store.AsOwnerAsync<long>("select count(*) from reading.seen where subscriber = $1", Everything.Checkpoint),
            count => count >= done,
            "all are handled"
        );
        (await _store.AsOwnerAsync<long>("select count(*) from events.mt_events")).ShouldBe(
            await _store.AsOwnerAsync<long>("select count(*) from reading.seen where subscriber = $1", Everything.Checkpoint)
        );
    }

    [Fact]
    public async Task A_subscriber_that_is_reset_reads_all_again()
    {
        await _store.AppendAsync(NewStream(), 0, null, Claim(), Claim());
        await _store.Feed.CaughtUpAsync(OnlyClaims.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);

        await _store.Feed.ResetAsync(OnlyClaims.Checkpoint, None);

        await Eventually.Async(() => _store.Get<OnlyClaims>().Seen.Count == 4, "both come again");
    }

    [Fact]
    public async Task Archived_streams_are_passed_over()
    {
        var stream = NewStream();
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 0, [Claim()]);
            session.Archive(stream);
            await session.CommitAsync(None);
        }

        await _store.Feed.CaughtUpAsync(OnlyClaims.Checkpoint, None).WaitAsync(TimeSpan.FromSeconds(10), None);
        _store.Get<OnlyClaims>().Seen.ShouldBeEmpty();
    }

    /// <summary>Appends, then dawdles with the numbers drawn, then commits or not.</summary>
    private async Task WriteAsync(Random random, ConcurrentBag<Guid> written)
    {
        var ids = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Guid.NewGuid()).ToArray();
        var fails = random.Next(4) == 0;
        await using var session = await _store.OpenAsync();
        session.Append(NewStream(), 0, [.. ids.Select(id => new Released(new AgentRef(id.ToString(), "x"), DateTimeOffset.UnixEpoch))]);
        session.Also(new NpgsqlBatchCommand("select pg_sleep($1)") { Parameters = { new() { Value = random.Next(3) * 0.005 } } });
        if (fails)
        {
            session.Also(new NpgsqlBatchCommand("select 1 / 0"));
        }
        try
        {
            await session.CommitAsync(None);
            Array.ForEach(ids, written.Add);
        }
        catch (PostgresException) when (fails)
        {
            // Its numbers are burned.
        }
    }
}
