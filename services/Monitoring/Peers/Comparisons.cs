using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.Peers;

/// <summary>What comparisons tell: worked out once for each month, after those before it, and never again.</summary>
internal sealed class Comparisons(Database database, Sharing sharing, MonthValues values, LagNow lag, BlueprintThen then) : IDisposable
{
    // One works months out at a time, in whatever process.
    private const string Alone = "select pg_advisory_xact_lock(hashtextextended('webcare.monitoring.compared', 0))";
    private const string Last = "select max(month) from monitoring.compared_months";
    private const string Keep = "insert into monitoring.compared (month, figure, group_id, members, mean) values ($1, $2, $3, $4, $5)";
    private const string Before = "select members from monitoring.compared where figure = $1 and month > $2 and month < $3";
    private const string Of = """
        select figure, mean, cardinality(members) from monitoring.compared where month = $1 and group_id = $2
        """;

    private const string All = """
        select group_id, figure, mean, cardinality(members) from monitoring.compared where month = $1
        """;

    private const string Telling = "select distinct month from monitoring.compared order by month desc";

    private readonly SemaphoreSlim _one = new(1);
    private DateOnly? _last;

    /// <summary>The last month that is worked out, none later than this one; null when there is none.</summary>
    internal async Task<DateOnly?> UpToAsync(DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        if (!(_last >= month))
        {
            // Who waits here holds no connection; whoever leaves, a month that is worked out stays.
            await _one.WaitAsync(ct);
            try
            {
                while (!(_last >= month) && await TellNextAsync(month, now, ct)) { }
            }
            finally
            {
                _one.Release();
            }
        }

        return _last < month ? _last : month;
    }

    /// <summary>False when there is none to work out that is known whole.</summary>
    private async Task<bool> TellNextAsync(DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Generations.ExecuteAsync(connection, Alone, ct);
        await using var last = new NpgsqlCommand(Last, connection);
        _last = await last.ExecuteScalarAsync(ct) as DateOnly?;
        var next = _last?.AddMonths(1) ?? month.AddMonths(1 - Grouping.Months);
        if (next > month || !await IsCountedAsync(next, now, ct))
        {
            return false;
        }

        await TellAsync(connection, next, now, ct);
        await transaction.CommitAsync(ct);
        _last = next;
        return true;
    }

    public void Dispose() => _one.Dispose();

    /// <summary>By figure: the mean of a group, not rounded, and of how many it is.</summary>
    internal async Task<IReadOnlyDictionary<string, (double Mean, int Members)>> OfAsync(DateOnly month, string group, CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(Of);
        command.Parameters.Add(new() { Value = month });
        command.Parameters.Add(new() { Value = group });
        var means = new Dictionary<string, (double, int)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            means[row.GetString(0)] = (row.GetDouble(1), row.GetInt32(2));
        }

        return means;
    }

    /// <summary>The months of which something is told, the newest first.</summary>
    internal async Task<IReadOnlyList<DateOnly>> TellingAsync(CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(Telling);
        var months = new List<DateOnly>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            months.Add(row.GetFieldValue<DateOnly>(0));
        }

        return months;
    }

    /// <summary>All means of a month, not rounded, and of how many each is.</summary>
    internal async Task<IReadOnlyList<(string Group, string Figure, double Mean, int Members)>> AllAsync(
        DateOnly month,
        CancellationToken ct
    )
    {
        await using var command = database.Feed.CreateCommand(All);
        command.Parameters.Add(new() { Value = month });
        var means = new List<(string, string, double, int)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            means.Add((row.GetString(0), row.GetString(1), row.GetDouble(2), row.GetInt32(3)));
        }

        return means;
    }

    /// <summary>Whether all that counts for a month has come in here too.</summary>
    private async Task<bool> IsCountedAsync(DateOnly month, DateTimeOffset now, CancellationToken ct) =>
        now.AddSeconds(-(await lag.AskAsync(ct)).Seconds) >= MonthValues.CountedAt(month);

    private async Task TellAsync(NpgsqlConnection connection, DateOnly month, DateTimeOffset now, CancellationToken ct)
    {
        const string known = "insert into monitoring.compared_months (month, told_at) values ($1, $2)";
        await Generations.ExecuteAsync(connection, known, ct, month, now);
        var groups = Comparing.GroupsOf(await then.AtAsync(MonthValues.CountedAt(month), ct));
        // By now nothing is chosen for this month any more.
        foreach (var figure in await sharing.InAsync(month, now, ct))
        {
            var own = new Dictionary<string, double>();
            foreach (var municipality in figure)
            {
                if ((await values.OfAsync(municipality, month, ct)).TryGetValue(figure.Key, out var value))
                {
                    own[municipality] = value;
                }
            }

            foreach (var mean in Grouping.Told(groups, own.Keys.ToHashSet(), await BeforeAsync(connection, figure.Key, month, ct)))
            {
                var members = mean.Members.Order(StringComparer.Ordinal).ToArray();
                await Generations.ExecuteAsync(
                    connection,
                    Keep,
                    ct,
                    month,
                    figure.Key,
                    mean.Group,
                    members,
                    members.Average(member => own[member])
                );
            }
        }
    }

    private static async Task<IReadOnlyList<IReadOnlySet<string>>> BeforeAsync(
        NpgsqlConnection connection,
        string figure,
        DateOnly month,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Before, connection)
        {
            Parameters =
            {
                new() { Value = figure },
                new() { Value = month.AddMonths(-Grouping.Months) },
                new() { Value = month },
            },
        };
        var told = new List<IReadOnlySet<string>>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            told.Add(row.GetFieldValue<string[]>(0).ToHashSet());
        }

        return told;
    }
}
