using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Pools;

/// <summary>One look at all municipalities: what holds, which questions to look at, and what becomes of them.</summary>
internal sealed class OverflowPass
{
    private static readonly string[] Ways = ["region", "national"];

    private readonly Dictionary<(string Municipality, string To), Way> _ways = [];
    private readonly Dictionary<string, House> _houses;
    private readonly DateTimeOffset _now;

    /// <summary>How the questions of a municipality that may go so far stand now.</summary>
    /// <param name="Pools">Where they may go.</param>
    /// <param name="Nation">The national pool is one of them.</param>
    private sealed record Way(
        House House,
        string To,
        OverflowWhen Agreed,
        IReadOnlyList<Cause> Causes,
        IReadOnlyList<Doors.Joined> Pools,
        bool Nation
    );

    /// <param name="present">Pools in which somebody is at work.</param>
    public OverflowPass(
        IReadOnlyList<House> houses,
        IReadOnlyDictionary<HouseCause, DateTimeOffset> before,
        IReadOnlySet<string> present,
        DateTimeOffset now
    )
    {
        (_now, _houses) = (now, houses.ToDictionary(house => house.Municipality));
        foreach (var house in houses)
        foreach (var to in Ways)
            _ways[(house.Municipality, to)] = Look(house, to, before, present);
        Causes = new(
            before,
            _ways
                .Values.SelectMany(way =>
                    way.Causes.Select(cause => (new HouseCause(way.House.Municipality, way.To, cause.Name), cause.Since))
                )
                .ToDictionary(each => each.Item1, each => each.Since)
        );
    }

    public CauseChange Causes { get; }

    /// <summary>What follows from who takes part and who works in a pool: changes seldom.</summary>
    public IEnumerable<(NpgsqlCommand Query, Func<Conversation, IReadOnlyList<object>> Decide)> Membership =>
        [(OverflowQueries.Leaving(), Left), (OverflowQueries.Departed(), GiveBack)];

    /// <summary>What to look at, with what to decide about each.</summary>
    public IEnumerable<(NpgsqlCommand Query, Func<Conversation, IReadOnlyList<object>> Decide)> Work =>
        [
            (OverflowQueries.Calm(_ways.Values.Where(way => way.Causes.Count == 0).Select(CalmOf), _now - HoldingCauses.Least), Calm),
            (
                OverflowQueries.TooFar(
                    _ways.Values.Where(way => way is { To: "region", Nation: false }).Select(way => way.House.Municipality)
                ),
                ComeNearer
            ),
            (OverflowQueries.Shareable(_ways.Values.Where(way => way.Pools.Count > 0).Select(OpenOf).OfType<OverflowQueries.Open>()), Open),
            (OverflowQueries.Further(_ways.Values.Where(way => way.Nation).Select(way => (way.House, way.To))), Further),
        ];

    private Way Look(House house, string to, IReadOnlyDictionary<HouseCause, DateTimeOffset> before, IReadOnlySet<string> present)
    {
        var agreed = HoldingCauses.Agreed(house.Blueprint, to);
        var mine = before
            .Where(each => each.Key.Municipality == house.Municipality && each.Key.To == to)
            .ToDictionary(each => each.Key.Name, each => each.Value);
        var empty = !house.Regions.Any(pool => present.Contains(pool.Pool));
        var nation = house.OpensNation(to == "national", empty, house.Facts.Crisis is not null);
        IReadOnlyList<Doors.Joined> pools = nation ? [.. house.Regions, house.National!] : house.Regions;
        return new(house, to, agreed, HoldingCauses.Holding(agreed, house.Facts, mine, _now), pools, nation);
    }

    private OverflowQueries.Open? OpenOf(Way way)
    {
        DateTimeOffset? before =
            way.Causes.Count > 0 ? _now
            : way.Agreed.WaitingLongerThan is { } longest ? _now - longest
            : null;
        return before is null
            ? null
            : new(way.House.Municipality, way.To, before.Value, way.House.NotShared(way.Pools), Sharing.RolesOfPool(way.House.Blueprint));
    }

    private OverflowQueries.Quiet CalmOf(Way way) =>
        // Who still waits for three quarters of what was agreed is not helped by closing.
        new(way.House.Municipality, way.To, way.Agreed.WaitingLongerThan is { } longest ? _now - longest * 0.75 : DateTimeOffset.MinValue);

    private IReadOnlyList<object> Open(Conversation c)
    {
        var way = _ways[(c.Municipality, c.Overflow)];
        if (way.Causes.Count == 0 && (c.WaitingSince is null || way.Agreed.WaitingLongerThan is null))
            return [];
        var cause =
            way.Causes.Count > 0 ? way.Causes[0] : HoldingCauses.Waits(c.WaitingSince!.Value, way.Agreed.WaitingLongerThan!.Value, _now);
        return
        [
            .. way
                .Pools.Where(pool => pool.Shares(c.Topic, way.House.Blueprint))
                .Select(pool => new OverflowOpened(pool.Pool, cause.Name, cause.Reason, cause.Facts, _now)),
        ];
    }

    private IReadOnlyList<object> Further(Conversation c)
    {
        var crisis = _ways[(c.Municipality, c.Overflow)].Causes.FirstOrDefault(cause => cause.Name == OverflowCauses.Crisis)?.Reason;
        return _houses[c.Municipality] is { National: { } nation } house && nation.Shares(c.Topic, house.Blueprint)
            ?
            [
                new OverflowOpened(
                    nation.Pool,
                    crisis is null ? c.OpenCause ?? OverflowCauses.NobodyOnline : OverflowCauses.Crisis,
                    crisis ?? "In de regio is nu niemand aanwezig.",
                    new Dictionary<string, string>(),
                    _now
                ),
            ]
            : [];
    }

    private IReadOnlyList<object> Calm(Conversation c) =>
        Sharing.Close(c, c.OpenCause == OverflowCauses.Crisis ? OverflowEnds.CrisisEnded : OverflowEnds.Calm, _now);

    /// <summary>Only a crisis opens the nation to what was decided to stay in the region.</summary>
    private IReadOnlyList<object> ComeNearer(Conversation c) =>
        Sharing.Close(c with { OpenTo = [PoolNames.National] }, OverflowEnds.CrisisEnded, _now);

    private IReadOnlyList<object> GiveBack(Conversation c) => c.ClaimedBy is { } helper ? [new Released(helper, _now)] : [];

    /// <summary>Its municipality no longer takes part in a pool, or no longer shares the topic.</summary>
    private IReadOnlyList<object> Left(Conversation c)
    {
        var joined = _houses.TryGetValue(c.Municipality, out var house)
            ? house.Regions.Concat(house.National is null ? [] : [house.National]).ToDictionary(pool => pool.Pool)
            : [];
        var gone = c.OpenTo.Where(pool => !joined.ContainsKey(pool));
        var home = c.OpenTo.Where(pool =>
            joined.TryGetValue(pool, out var terms) && c.Topic is not null && terms.BlockedTopics.Contains(c.Topic)
        );
        return
        [
            .. Sharing.Close(c with { OpenTo = [.. gone] }, OverflowEnds.LeftPool, _now),
            .. Sharing.Close(c with { OpenTo = [.. home] }, OverflowEnds.StaysHome, _now),
        ];
    }
}
