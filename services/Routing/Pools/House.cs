using Npgsql;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

/// <summary>A municipality that takes part in pools, for one pass of the overflow.</summary>
/// <param name="Regions">Pools of regions it takes part in, with what it does not share there.</param>
/// <param name="National">The national pool, if it takes part in that.</param>
internal sealed record House(
    string Municipality,
    EffectiveBlueprint Blueprint,
    IReadOnlyList<Doors.Joined> Regions,
    Doors.Joined? National,
    IReadOnlyList<string> CrisisPools,
    HouseFacts Facts
)
{
    /// <summary>In a crisis the scenario says which pools open; otherwise the region's.</summary>
    public bool OpensNation(bool mayGoThere, bool regionIsEmpty, bool crisis) =>
        National is not null && ((crisis && CrisisPools.Contains("national")) || (mayGoThere && (Regions.Count == 0 || regionIsEmpty)));

    /// <summary>Topics that none of these pools may see: as agreed, and by the blueprint of now.</summary>
    public IReadOnlyCollection<string> NotShared(IReadOnlyList<Doors.Joined> pools) =>
        pools.Any(pool => pool.BlockedTopics.Count == 0)
            ? []
            : pools
                .Select(pool => pool.BlockedTopics)
                .Aggregate<IEnumerable<string>>((one, other) => one.Intersect(other))
                .Concat(Blueprint.Topics.Select(topic => topic.Id).Where(topic => !pools.Any(pool => pool.Shares(topic, Blueprint))))
                .ToHashSet();

    /// <summary>Everybody who takes part somewhere, with how they stand now.</summary>
    public static async Task<IReadOnlyList<House>> AllAsync(
        NpgsqlConnection connection,
        Edition edition,
        Baselines baselines,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var found = new List<(string Municipality, Doors.Joined Joined, int Online, int Waiting)>();
        await using (var command = new NpgsqlCommand(Sql, connection))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
                found.Add(
                    (row.GetString(1), new(row.GetString(0), row.GetFieldValue<string[]>(2)), (int)row.GetInt64(3), (int)row.GetInt64(4))
                );
        var shares = await baselines.SharesAsync(connection, Wanting(found.Select(each => each.Municipality), edition), now, ct);
        return
        [
            .. found
                .GroupBy(each => each.Municipality)
                .Select(group =>
                    Of(
                        group.Key,
                        [.. group.Select(each => each.Joined)],
                        (group.First().Online, group.First().Waiting),
                        edition,
                        (shares, now)
                    )
                ),
        ];
    }

    // Each municipality is counted once, however many pools it is in.
    private const string Sql = """
        select m.tenant_id, m.municipality, m.blocked_topics, f.online, f.waiting
        from routing.pool_members m
        join (
            select u.municipality,
                (select count(*) from routing.presence p where p.tenant_id = u.municipality and p.state = 0) as online,
                (select count(*) from (
                    select from routing.conversations c where c.tenant_id = u.municipality and c.status = 0 limit 1000) x) as waiting
            from (select distinct o.municipality from routing.pool_members o) u) f on f.municipality = m.municipality
        order by m.municipality, m.tenant_id
        """;

    private static IReadOnlyList<string> Wanting(IEnumerable<string> municipalities, Edition edition) =>
        [
            .. municipalities
                .Distinct()
                .Where(each => edition.For(each).Blueprint.Overflow.Any(policy => policy.When.ShareOfBaseline is not null)),
        ];

    private static House Of(
        string municipality,
        IReadOnlyList<Doors.Joined> pools,
        (int Online, int Waiting) counted,
        Edition edition,
        (IReadOnlyDictionary<string, int> Shares, DateTimeOffset Now) day
    )
    {
        var inForce = edition.For(municipality);
        var scenario = inForce.Blueprint.Scenarios.FirstOrDefault(each => each.Id == inForce.Scenario);
        var crisis = scenario is { Pools.Count: > 0 } ? scenario.Title : null;
        return new(
            municipality,
            inForce.Blueprint,
            [.. pools.Where(pool => pool.Pool != PoolNames.National)],
            pools.FirstOrDefault(pool => pool.Pool == PoolNames.National),
            scenario?.Pools ?? [],
            new(
                inForce.Blueprint.IsOpen(day.Now),
                counted.Online,
                counted.Waiting,
                day.Shares.TryGetValue(municipality, out var share) ? share : null,
                crisis
            )
        );
    }
}
