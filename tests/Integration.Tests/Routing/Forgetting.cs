using System.Net;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class Forgetting
{
    [Fact]
    public async Task Nothing_of_an_erased_resident_is_in_any_table_and_the_counts_stay()
    {
        await using var hub = await StartAsync();
        var phone = Some.Phone();
        await hub.SendAsync(
            Some.Message(Some.Person(phone, "Zonnebloem Uniek"), "Mijn kanarievogel zit in de container", "wamid.vogel"),
            Some.Message(Some.Person(name: "Blijft Staan"), "Hallo")
        );
        await hub.WaitForAsync("routing.search", 2);
        await hub.WaitForAsync("routing.hourly_counts", 1);
        var before = await hub.Database.ScalarAsync<long>("select sum(messages) from routing.hourly_counts");
        var resident = await hub.Database.ScalarAsync<Guid>(
            "select resident_id from routing.conversations where resident_name like 'Zonnebloem%'"
        );
        var admin = hub.Client("bea", "GM0088", "admin", "webcare");
        await PostAsync(
            admin,
            $"/api/v1/conversations/{await hub.Database.ScalarAsync<Guid>("select id from routing.conversations where resident_name like 'Zonnebloem%'")}/notes",
            new NewNote("Belde over de kanarievogel")
        );

        var receipt = await ReadAsync<ErasureReceipt>(
            await PostAsync(admin, $"/api/v1/residents/{resident}/erasure", new EraseResident(ErasureReasons.Request))
        );

        receipt.Conversations.ShouldBe(1);
        await Eventually.Async(() => hub.Channel.Received.OfType<ResidentErased>().Any(), "word to the channels");
        var dump = await DumpAsync(hub.Database.ConnectionString);
        foreach (var trace in new[] { "kanarievogel", "kanarievogl", "Zonnebloem", "zonnebl", phone["phone:".Length..], "wamid.vogel" })
            dump.ShouldNotContain(trace, Case.Insensitive);
        dump.ShouldContain("Blijft Staan");
        (await hub.Database.ScalarAsync<long>("select sum(messages) from routing.hourly_counts")).ShouldBe(before);

        await hub.SendAsync(Some.Message(Some.Person(phone, "Zonnebloem Uniek"), "Ik ben er weer"));
        await hub.WaitForAsync("routing.conversations", 3);
        (await hub.CountAsync("routing.residents")).ShouldBe(3);
    }

    [Fact]
    public async Task The_ground_of_an_erasure_holds_no_words_of_its_own()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(Some.Message(Some.Person(), "Hallo"));
        await hub.WaitForAsync("routing.conversations", 1);
        var resident = await hub.Database.ScalarAsync<Guid>("select resident_id from routing.conversations");
        var admin = hub.Client("bea", "GM0088", "admin");
        var path = $"/api/v1/residents/{resident}/erasure";

        (await PostAsync(admin, path, new EraseResident("Kees Zonnebloem belde erover"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await hub.CountAsync("events.deletions")).ShouldBe(0);
        await ReadAsync<ErasureReceipt>(await PostAsync(admin, path, new EraseResident(ErasureReasons.Request)));

        (await hub.Database.ScalarAsync<string>("select reason from events.deletions")).ShouldBe("request");
    }

    [Fact]
    public async Task The_application_role_without_municipalities_sees_nothing_in_any_table()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(Some.Message(Some.Person(), "Waar kan ik parkeren?"));
        await hub.WaitForAsync("routing.search", 1);
        await using var connection = await hub.Get<EventStore.Database>().App.OpenConnectionAsync();
        foreach (var table in await TablesAsync(connection, "'routing'"))
        {
            await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
            (await SeenAsync(command)).ShouldBe(0L, table);
        }
    }

    /// <summary>Of a table that is none of its business it sees nothing either.</summary>
    private static async Task<long> SeenAsync(NpgsqlCommand count)
    {
        try
        {
            return (long)(await count.ExecuteScalarAsync())!;
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return 0;
        }
    }

    [Fact]
    public async Task Search_uses_its_index()
    {
        await using var hub = await StartAsync();
        await using var connection = new NpgsqlConnection(hub.Database.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(
            connection,
            """
            insert into routing.search
            select 'GM0088', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), routing.search_words('GM0088', 'nummer' || n || ' en andere woorden'), now()
            from generate_series(1, 20000) n
            """
        );
        await ExecuteAsync(connection, "vacuum analyze routing.search");
        await using var command = new NpgsqlCommand(
            "explain select s.conversation_id from routing.search s where s.words @@ ('municipalitygm0088'::tsquery && routing.search_query('nummer19999.'))",
            connection
        );
        await using var row = await command.ExecuteReaderAsync();
        var plan = "";
        while (await row.ReadAsync())
            plan += row.GetString(0) + "\n";
        plan.ShouldContain("search_words");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection, string schemas)
    {
        await using var command = new NpgsqlCommand(
            $"select schemaname || '.' || tablename from pg_tables where schemaname in ({schemas})",
            connection
        );
        await using var row = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await row.ReadAsync())
            tables.Add(row.GetString(0));
        tables.Count.ShouldBeGreaterThan(10);
        return tables;
    }

    /// <summary>Every row of every table as text, as a dump would hold it.</summary>
    private static async Task<string> DumpAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var dump = "";
        foreach (var table in await TablesAsync(connection, "'routing', 'events', 'hub'"))
        {
            await using var command = new NpgsqlCommand($"select coalesce(string_agg(t::text, ' '), '') from {table} t", connection);
            dump += await command.ExecuteScalarAsync();
        }
        return dump;
    }
}
