using Npgsql;
using Shouldly;
using WebcareHub.Contracts.Conversations;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed class Sessions : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Several_appends_of_one_session_to_one_stream_follow_each_other()
    {
        var stream = NewStream();
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 0, [Claim("A")], metadata: new EventMetadata("first", null));
            session.Append(stream, 1, [Claim("B")], metadata: new EventMetadata("second", null));
            Should.Throw<StaleVersionException>(() => session.Append(stream, 1, [Claim("C")]));
            await session.CommitAsync(None);
        }

        (await _store.ReadAsync(stream)).Select(e => e.CorrelationId).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task A_read_model_is_updated_with_the_events_or_not_at_all()
    {
        var stream = NewStream();
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 0, [Claim()]);
            session.Also(Count(stream));
            await session.CommitAsync(None);
        }
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 0, [Claim()]);
            session.Also(Count(stream));
            await Should.ThrowAsync<StaleVersionException>(() => session.CommitAsync(None));
        }
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 1, [Claim()]);
            session.Also(new NpgsqlBatchCommand("select 1 / 0"));
            await Should.ThrowAsync<PostgresException>(() => session.CommitAsync(None));
        }

        (await _store.AsOwnerAsync<int>("select events from reading.counts")).ShouldBe(1);
        (await _store.ReadAsync(stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_is_not_committed_leaves_nothing_and_its_connection_is_clean_again()
    {
        var stream = NewStream();
        for (var i = 0; i < 40; i++)
        {
            await using var session = await _store.OpenAsync();
            session.Also(Count(stream));
            await using var command = Count(stream, session.Connection);
            await command.ExecuteNonQueryAsync(None);
        }

        (await _store.AsOwnerAsync<long>("select count(*) from reading.counts")).ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_folds_into_a_state()
    {
        var stream = NewStream();
        await _store.AppendAsync(stream, 0, null, Claim("A"), Claim("B"));
        await using var session = await _store.OpenAsync();

        var loaded = await session.LoadAsync(stream, "", (state, e) => state + ((Claimed)e.Data).By.Name, None);
        var absent = await session.LoadAsync(NewStream(), "empty", (state, _) => state, None);

        loaded.ShouldBe(new Loaded<string>("AB", 2));
        absent.ShouldBe(new Loaded<string>("empty", 0));
    }

    [Fact]
    public async Task Many_streams_are_read_at_once()
    {
        var streams = Enumerable.Range(0, 5).Select(_ => NewStream()).ToArray();
        foreach (var stream in streams)
        {
            await _store.AppendAsync(stream, 0, null, Claim("A"), Claim("B"));
        }
        await using var session = await _store.OpenAsync();

        var read = await session.ReadManyAsync([.. streams, NewStream()], None);

        read.Keys.ShouldBe(streams, ignoreOrder: true);
        read.Values.ShouldAllBe(events => events.Count == 2 && events[0].Version == 1);
    }

    [Fact]
    public async Task An_archived_stream_takes_no_events_any_more()
    {
        var stream = NewStream();
        await using (var session = await _store.OpenAsync())
        {
            session.Append(stream, 0, [Claim()]);
            session.Archive(stream);
            await session.CommitAsync(None);
        }

        await Should.ThrowAsync<StaleVersionException>(() => _store.AppendAsync(stream, 1, null, Claim()));
        (await _store.AsOwnerAsync<bool>("select bool_and(is_archived) from events.mt_events")).ShouldBeTrue();
    }

    private const string CountSql =
        "insert into reading.counts as c values ($1, $2, 1) on conflict (tenant_id, stream) do update set events = c.events + 1";

    private static NpgsqlBatchCommand Count(StreamKey stream) =>
        new(CountSql)
        {
            Parameters =
            {
                new() { Value = stream.Tenant },
                new() { Value = stream.Key },
            },
        };

    private static NpgsqlCommand Count(StreamKey stream, NpgsqlConnection connection) =>
        new(CountSql, connection)
        {
            Parameters =
            {
                new() { Value = stream.Tenant },
                new() { Value = stream.Key },
            },
        };
}
