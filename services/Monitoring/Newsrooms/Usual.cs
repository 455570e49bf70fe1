using System.Collections.Concurrent;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>What the same weekday brought, four weeks back. Those days are past: what was read of them is kept for the day.</summary>
internal sealed class Usual(Database database)
{
    internal const int Weeks = 4;
    private const int MostKept = 50;

    private const string Arrivals = """
        select d.day, q.tenant_id, q.channel, q.topic, q.opened_at
        from unnest($3::int[], $4::timestamptz[], $5::timestamptz[]) as d (day, begins, ends)
        join monitoring.questions q on q.generation = $1 and q.tenant_id = any ($2) and q.opened_at >= d.begins and q.opened_at < d.ends
        """;

    private const string Firsts = """
        select t.tenant, (select min(q.opened_at) from monitoring.questions q where q.generation = $1 and q.tenant_id = t.tenant)
        from unnest($2::varchar[]) as t (tenant)
        """;

    private readonly ConcurrentDictionary<(string, int, DateOnly, int), Baseline> _kept = new();

    internal async Task<Baseline> OfAsync(Scope scope, DateOnly day, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync(scope.Municipalities, ct);
        var generation = await Generations.ServingAsync(bounded.Connection, Projection.Questions, ct);
        var key = (scope.Code, MembersOf(scope), day, generation);
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var firsts = await FirstsAsync(bounded.Connection, generation, scope.Municipalities, ct);
        var arrivals = await ArrivalsAsync(bounded.Connection, generation, scope.Municipalities, day, ct);
        return _kept[key] = new(day, arrivals, firsts);
    }

    // A region has other municipalities at another moment.
    private static int MembersOf(Scope scope) => scope.Municipalities.Aggregate(0, HashCode.Combine);

    private static async Task<IReadOnlyList<Arrival>> ArrivalsAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<string> municipalities,
        DateOnly day,
        CancellationToken ct
    )
    {
        var days = Enumerable.Range(1, Weeks).Select(week => day.AddDays(-7 * week)).ToList();
        await using var command = new NpgsqlCommand(Arrivals, connection)
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipalities.ToArray() },
                new() { Value = days.Select(each => each.DayNumber).ToArray() },
                new() { Value = days.Select(each => Local.Utc(each)).ToArray() },
                new() { Value = days.Select(each => Local.Utc(each.AddDays(1))).ToArray() },
            },
        };
        var arrivals = new List<Arrival>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var at = Local.Of(row.GetFieldValue<DateTimeOffset>(4)).TimeOfDay;
            var week = (day.DayNumber - row.GetInt32(0)) / 7;
            arrivals.Add(new(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), week, at));
        }

        return arrivals;
    }

    private static async Task<Dictionary<string, DateOnly>> FirstsAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyList<string> municipalities,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Firsts, connection)
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipalities.ToArray() },
            },
        };
        var firsts = new Dictionary<string, DateOnly>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (!row.IsDBNull(1))
            {
                firsts[row.GetString(0)] = Local.Day(row.GetFieldValue<DateTimeOffset>(1));
            }
        }

        return firsts;
    }

    /// <param name="Week">How many weeks back, from 1 on.</param>
    /// <param name="At">Time of day, Dutch local time.</param>
    internal readonly record struct Arrival(string Municipality, string Channel, string? Topic, int Week, TimeSpan At);

    /// <summary>Four of the same weekday together.</summary>
    /// <param name="Firsts">The day of the first question of each municipality.</param>
    internal sealed record Baseline(DateOnly Day, IReadOnlyList<Arrival> Arrivals, IReadOnlyDictionary<string, DateOnly> Firsts)
    {
        private readonly ILookup<string, Arrival> _own = Arrivals.ToLookup(each => each.Municipality);

        /// <summary>The middle of a stretch of the four days, so that one strange day does not count; null when nobody was counted yet four weeks back.</summary>
        /// <param name="municipality">Null: all together.</param>
        internal double? Median(string? municipality, TimeSpan from, TimeSpan until, Func<Arrival, bool> fits)
        {
            if (!Known(municipality))
            {
                return null;
            }

            Span<int> weeks = stackalloc int[Weeks];
            foreach (var each in municipality is null ? Arrivals : _own[municipality])
            {
                weeks[each.Week - 1] += each.At > from && each.At <= until && fits(each) ? 1 : 0;
            }

            weeks.Sort();
            return (weeks[(Weeks - 1) / 2] + weeks[Weeks / 2]) / 2.0;
        }

        private bool Known(string? municipality) =>
            municipality is null ? Firsts.Values.Any(Before) : Firsts.TryGetValue(municipality, out var first) && Before(first);

        private bool Before(DateOnly first) => first <= Day.AddDays(-7 * Weeks);
    }
}
