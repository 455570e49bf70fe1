using Npgsql;
using Shouldly;
using WebcareHub.Testing;
using Xunit;

namespace WebcareHub.EventStore.Tests;

public sealed class Migrating
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Processes_that_start_at_once_on_several_databases_all_start()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestStore.StartAsync()));
        var beside = await Task.WhenAll(
            first.SelectMany(store => new[] { store, store }).Select(store => TestStore.StartAsync(beside: store))
        );

        foreach (var store in first)
        {
            (await store.AsOwnerAsync<long>("select count(*) from hub.migrations where part = 'reading'")).ShouldBe(1);
        }
        foreach (var store in beside.Concat(first))
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_owner_without_a_superusers_rights_migrates_and_the_walls_hold()
    {
        var postgres = await TestDatabase.CreateAsync();
        var owner = $"owner_{Guid.NewGuid():N}";
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Username = owner };
        await postgres.ScalarAsync<int>($"create role {owner} login createrole");
        await postgres.ScalarAsync<int>($"alter database {connection.Database} owner to {owner}");
        var stream = TestStore.NewStream();

        await using (var store = await TestStore.StartAsync(on: postgres, connection: connection.ConnectionString))
        {
            await store.AppendAsync(stream, 0, Guid.NewGuid(), TestStore.Message("Hallo"));
            (await store.ReadAsync(stream)).Count.ShouldBe(1);
            await using var other = await store.OpenAsync("GM0072");
            (await other.ReadAsync(stream, None)).ShouldBeEmpty();
        }

        await using var server = await TestDatabase.CreateAsync();
        await server.ScalarAsync<int>($"drop role {owner}");
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_ran_stops_the_start()
    {
        await using var store = await TestStore.StartAsync();
        await store.AsOwnerAsync<int>("update hub.migrations set hash = 'other' where part = 'reading'");

        (await Should.ThrowAsync<InvalidOperationException>(() => store.Get<Migrations>().RunAsync(None))).Message.ShouldContain(
            "reading/001_read_model.sql"
        );
    }

    [Fact]
    public async Task The_start_waits_for_a_database_that_is_away()
    {
        await using var store = await TestStore.StartAsync();
        await store.Postgres.SetAwayAsync(true);
        var second = TestStore.StartAsync(beside: store);
        await Task.Delay(1500, None);
        second.IsCompleted.ShouldBeFalse();

        await store.Postgres.SetAwayAsync(false);
        await using var started = await second;
    }
}
