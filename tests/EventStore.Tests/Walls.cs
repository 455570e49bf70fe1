using Npgsql;
using Shouldly;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed class Walls : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Guarded = ["events.mt_events", "events.mt_streams", "events.resident_keys", "reading.counts"];
    private readonly StreamKey _stream = NewStream();
    private TestStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await StartAsync();
        await _store.AppendAsync(_stream, 0, Guid.NewGuid(), Message("Hallo"));
        await _store.AsOwnerAsync<int>("insert into reading.counts values ($1, 'x', 1)", Municipality);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Without_a_list_of_tenants_the_application_sees_nothing()
    {
        foreach (var table in Guarded)
        {
            (await CountAsync(_store.Database.App, table)).ShouldBe(0, table);
        }
    }

    [Theory]
    [InlineData("GM0072")]
    [InlineData("")]
    [InlineData("GM0088,GM0072")]
    [InlineData("{GM0088}")]
    public async Task With_the_list_of_another_tenant_it_sees_nothing(string tenant)
    {
        await using var transaction = await _store.Database.OpenAsync([tenant], None);
        foreach (var table in Guarded)
        {
            (await CountAsync(transaction.Connection, table)).ShouldBe(0, table);
        }
    }

    [Fact]
    public async Task With_an_empty_list_it_sees_nothing_and_with_its_own_everything()
    {
        await using (var empty = await _store.Database.OpenAsync([], None))
        {
            (await CountAsync(empty.Connection, "events.mt_events")).ShouldBe(0);
        }
        await using var own = await _store.Database.OpenAsync(["GM0072", Municipality], None);
        foreach (var table in Guarded)
        {
            (await CountAsync(own.Connection, table)).ShouldBe(1, table);
        }
    }

    [Fact]
    public async Task The_list_ends_with_its_transaction()
    {
        await using var transaction = await _store.Database.OpenAsync([Municipality], None);
        await transaction.CommitAsync(None);

        (await CountAsync(transaction.Connection, "events.mt_events")).ShouldBe(0);
    }

    [Fact]
    public async Task Feed_and_timer_see_all_tenants()
    {
        (await CountAsync(_store.Database.Feed, "events.mt_events")).ShouldBe(1);
        (await CountAsync(_store.Database.Timer, "reading.counts")).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_cannot_append_to_a_tenant_it_was_not_opened_for()
    {
        var foreign = NewStream("GM0072");
        await using var session = await _store.OpenAsync(Municipality);
        session.Append(foreign, 0, [Claim()]);

        (await Should.ThrowAsync<PostgresException>(() => session.CommitAsync(None))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
        (await _store.ReadAsync(foreign)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_cannot_archive_or_read_another_tenants_stream()
    {
        await using var session = await _store.OpenAsync("GM0072");
        (await session.ReadAsync(_stream, None)).ShouldBeEmpty();
        session.Archive(_stream);

        await Should.ThrowAsync<PostgresException>(() => session.CommitAsync(None));
    }

    [Theory]
    [InlineData("delete from events.mt_events")]
    [InlineData("update events.mt_streams set version = 0")]
    [InlineData("insert into events.mt_streams (tenant_id, id) values ('GM0088', 'x')")]
    [InlineData("select nextval('events.mt_events_sequence')")]
    [InlineData("truncate events.resident_keys")]
    public async Task The_log_is_written_through_its_functions_only(string sql)
    {
        await using var transaction = await _store.Database.OpenAsync([Municipality], None);
        await using var command = new NpgsqlCommand(sql, transaction.Connection);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(None))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Fact]
    public async Task A_row_of_another_tenant_cannot_be_written_into_a_read_model()
    {
        await using var transaction = await _store.Database.OpenAsync([Municipality], None);
        await using var command = new NpgsqlCommand("insert into reading.counts values ('GM0072', 'y', 1)", transaction.Connection);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(None))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    [Fact]
    public async Task The_list_is_checked_on_the_rows_found_and_not_by_the_index()
    {
        await using var transaction = await _store.Database.OpenAsync([.. Enumerable.Range(0, 342).Select(n => $"GM{n:0000}")], None);
        await using var command = new NpgsqlCommand(
            "explain select * from events.mt_events where tenant_id = 'GM0088' and stream_id = 'x'",
            transaction.Connection
        );
        await using var reader = await command.ExecuteReaderAsync(None);
        var plan = new List<string>();
        while (await reader.ReadAsync(None))
        {
            plan.Add(reader.GetString(0));
        }

        plan.ShouldContain(line => line.Contains("Index Cond") && line.Contains("tenant_id") && !line.Contains(" ? "));
        plan.ShouldContain(line => line.Contains("Filter") && line.Contains(" ? "));
    }

    [Fact]
    public async Task A_connection_keeps_its_role_when_it_is_used_again()
    {
        for (var i = 0; i < 5; i++)
        {
            await using var command = _store.Database.App.CreateCommand("select current_user::text");
            (await command.ExecuteScalarAsync(None)).ShouldBe("webcare_app");
        }
    }

    [Fact]
    public async Task Timed_work_appends_for_any_tenant()
    {
        await using var session = await _store.Store.OpenForTimerAsync(null, None);
        session.Append(_stream, 1, [Claim()]);
        session.Append(NewStream("GM0193"), 0, [Message("Hallo")], Guid.NewGuid());
        await session.CommitAsync(None);

        (await _store.ReadAsync(_stream)).Count.ShouldBe(2);
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table)
    {
        await using var connection = await source.OpenConnectionAsync(None);
        return await CountAsync(connection, table);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await command.ExecuteScalarAsync(None))!;
    }
}
