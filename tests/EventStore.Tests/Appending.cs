using System.Diagnostics;
using Shouldly;
using WebcareHub.Contracts.Conversations;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed class Appending : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_appended_is_read_back_in_order_with_its_metadata()
    {
        var stream = NewStream();
        var resident = Guid.NewGuid();
        await using (
            var session = await _store.Store.OpenAsync(
                [Municipality],
                new EventMetadata("0af7651916cd43dd8448eb211c80319c", "delivery-1"),
                None
            )
        )
        {
            session.Append(stream, 0, [Message("Mijn container is niet geleegd", "Jan"), Claim()], resident);
            await session.CommitAsync(None);
        }

        var events = await _store.ReadAsync(stream);

        events.Select(e => e.Version).ShouldBe([1, 2]);
        events[0].Data.ShouldBeOfType<MessageReceived>().Text.ShouldBe("Mijn container is niet geleegd");
        events[1].Data.ShouldBe(Claim());
        events[0].Resident.ShouldBe(resident);
        events[0].CorrelationId.ShouldBe("0af7651916cd43dd8448eb211c80319c");
        events[0].CausationId.ShouldBe("delivery-1");
        events[0].Timestamp.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Without_metadata_an_event_carries_the_trace_it_was_appended_in()
    {
        var stream = NewStream();
        using var trace = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        await _store.AppendAsync(stream, 0, null, Claim());

        (await _store.ReadAsync(stream))[0].CorrelationId.ShouldBe(trace.TraceId.ToHexString());
    }

    [Fact]
    public async Task A_stream_that_moved_on_is_refused_by_name_and_nothing_is_written()
    {
        var moved = NewStream();
        var other = NewStream();
        await _store.AppendAsync(moved, 0, null, Claim());
        await _store.AppendAsync(moved, 1, null, Claim("Bram"));

        await using var session = await _store.OpenAsync();
        session.Append(other, 0, [Claim()]);
        session.Append(moved, 1, [Claim()]);
        var stale = await Should.ThrowAsync<StaleVersionException>(() => session.CommitAsync(None));

        stale.Stream.ShouldBe(moved);
        (await _store.ReadAsync(other)).ShouldBeEmpty();
        (await _store.ReadAsync(moved)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_starts_once_and_only_at_version_0()
    {
        var stream = NewStream();
        await _store.AppendAsync(stream, 0, null, Claim());

        await Should.ThrowAsync<StaleVersionException>(() => _store.AppendAsync(stream, 0, null, Claim()));
        (await Should.ThrowAsync<StaleVersionException>(() => _store.AppendAsync(NewStream(), 3, null, Claim()))).Message.ShouldContain(
            "3"
        );
    }

    [Fact]
    public async Task Of_twenty_writers_with_the_same_view_one_wins()
    {
        var stream = NewStream();
        await _store.AppendAsync(stream, 0, null, Claim());

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    try
                    {
                        await _store.AppendAsync(stream, 1, null, Claim());
                        return true;
                    }
                    catch (StaleVersionException)
                    {
                        return false;
                    }
                })
        );

        outcomes.Count(won => won).ShouldBe(1);
        (await _store.ReadAsync(stream)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Batches_that_share_streams_in_other_orders_do_not_block_one_another()
    {
        var streams = Enumerable.Range(0, 30).Select(_ => NewStream()).ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 40),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (seed, _) =>
            {
                var mine = streams.ToArray();
                new Random(seed).Shuffle(mine);
                for (var done = false; !done; )
                {
                    done = await TryAppendToAllAsync(mine);
                }
            }
        );

        foreach (var stream in streams)
        {
            (await _store.ReadAsync(stream)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
        }
    }

    [Fact]
    public async Task A_batch_of_500_streams_goes_out_at_once_and_in_order()
    {
        var streams = Enumerable.Range(0, 500).Select(n => NewStream($"GM{n % 50:0000}")).ToArray();
        await using var session = await _store.Store.OpenAsync([.. streams.Select(s => s.Tenant).Distinct()], null, None);
        foreach (var stream in streams)
        {
            session.Append(
                stream,
                0,
                [Message("Hallo"), Claim(), new Resolved("answered", null, new AgentRef("a", "A"), DateTimeOffset.UnixEpoch)],
                Guid.NewGuid()
            );
        }
        await session.CommitAsync(None);

        (await _store.AsOwnerAsync<long>("select count(*) from events.mt_events")).ShouldBe(1500);
        var inOrder = await _store.AsOwnerAsync<string[]>(
            "select array_agg(distinct stream_id || '/' || version order by stream_id || '/' || version) from events.mt_events"
        );
        inOrder!.Length.ShouldBe(1500);
        var first = await _store.ReadAsync(streams[0]);
        first.Select(e => e.Sequence).ShouldBe([1, 2, 3]);
    }

    private async Task<bool> TryAppendToAllAsync(StreamKey[] streams)
    {
        await using var session = await _store.OpenAsync();
        var known = await session.ReadManyAsync(streams, None);
        foreach (var stream in streams)
        {
            session.Append(stream, known.GetValueOrDefault(stream)?.Count ?? 0, [Claim()]);
        }
        try
        {
            await session.CommitAsync(None);
            return true;
        }
        catch (StaleVersionException)
        {
            return false;
        }
    }
}
