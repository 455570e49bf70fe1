using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Pools;

/// <summary>The national pool is not read whole for each question.</summary>
public sealed class HeadsTests
{
    private const int Municipalities = 60;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_read_of_the_country_gives_the_same_turns_as_all_of_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var host = Host(database.ConnectionString);
        await host.StartAsync(None);
        foreach (var sql in Questions)
            await database.ScalarAsync<object>(sql);
        var store = host.Services.GetRequiredService<EventStore.EventStore>();
        var fewer = 0;
        for (var round = 0; round < 24; round++)
        {
            await database.ScalarAsync<object>(Passes(round));
            var (all, standing) = await ReadAsync(store, round, int.MaxValue);
            var (some, same) = await ReadAsync(store, round, Choosing.MostTries);
            Turns(some, same).ShouldBe(Turns(all, standing));
            Choosing.Standing(some, same).ShouldBe(Choosing.Standing(all, standing));
            fewer += all.Count - some.Count;
        }
        fewer.ShouldBeGreaterThan(24 * Municipalities / 6);
        await host.StopAsync(None);
    }

    private static async Task<(IReadOnlyList<Head> Heads, double Pass)> ReadAsync(EventStore.EventStore store, int round, int tries)
    {
        await using var session = await store.OpenAsync(["GM0001"], null, None);
        // Later rounds look at what is left: the urgent ones are taken, and then those with priority.
        return await Heads.ReadAsync(session, new("nl", round % 4 == 3 ? ["x"] : [], []), Now.AddMinutes(round % 3 * 20), tries, None);
    }

    private static Choice[] Turns(IReadOnlyList<Head> heads, double pass) => [.. Choosing.Order(heads, pass).Take(Choosing.MostTries)];

    // Passes that are spread, and passes of which many are alike; every eighth round takes the questions of the highest priority.
    private static string Passes(int round) =>
        $"""
            update routing.pool_members set pass = abs(hashtext(municipality || {round})) % {(round % 2 == 0 ? 1000 : 5)} / 4.0;
            update routing.pools set pass = {round % 5};
            update routing.conversations set status = 1
            where {round} % 8 = 7 and priority_sort = (select min(priority_sort) from routing.conversations where status = 0)
            """;

    private static readonly string[] Questions =
    [
        "insert into routing.pools values ('nl', 0)",
        $"""
            insert into routing.pool_members (tenant_id, municipality, share, own_first, blocked_topics)
            select 'nl', 'GM' || n, 1 + n % 5, true, '{Empty}' from generate_series(1, {Municipalities}) n
            """,
        $"""
            insert into routing.conversations (
                id, tenant_id, version, channel, app, account, resident_id, person_id, visibility, status, priority, theme, work_list, overflow,
                approval_required, suggested, labels, acknowledged, unread, opened_at, last_message_at, waiting_since, due_at, overdue,
                needs_attention, erased, open_to, open_cause, open_since)
            select gen_random_uuid(), 'GM' || 1 + abs(hashtext('m' || n)) % {Municipalities
                + 2}, 0, case when n % 5 = 0 then 'x' else 'whatsapp' end,
                'demo', 'a', gen_random_uuid(), gen_random_uuid(), 0, 0, case when n % 20 = 0 then 3 when n % 3 = 0 then 2 else 1 end, 'webcare',
                'webcare', 'national', false, '', '', false, true, now(), now(), timestamptz '{Now:O}' - n * interval '1 second',
                timestamptz '{Now:O}' + (abs(hashtext('d' || n)) % 300 - 60) * interval '1 minute' + n * interval '1 millisecond', false, false, false, '{Nation}', 'crisis', now()
            from generate_series(1, 600) n
            """,
    ];

    private static IHost Host(string connectionString)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration["Deletions:Path"] = Directory.CreateTempSubdirectory("webcare-test-").FullName;
        builder.Services.AddWebcareDatabase(connectionString);
        builder.Services.AddMigrations<Desk>("routing");
        return builder.Build();
    }

    private const string Empty = "{}";
    private const string Nation = "{nl}";
}
