using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>A pool now: numbers per municipality and who is at work; nothing of residents, and nobody's own figures.</summary>
internal static class ShowPoolNow
{
    public static async Task<Results<Ok<PoolNow>, NotFound>> Get(
        string pool,
        Caller caller,
        PoolDesk desk,
        Database database,
        CancellationToken ct
    )
    {
        if (await desk.ViewAsync(caller, pool, ct) is not { } view)
            return TypedResults.NotFound();
        await using var transaction = await database.OpenAsync([pool], ct);
        var waiting = await WaitingAsync(transaction.Connection, view, ct);
        var municipalities = waiting.Select(each => each.Waiting).OrderBy(each => each.MunicipalityName, StringComparer.CurrentCulture);
        return TypedResults.Ok(
            new PoolNow(
                pool,
                view.Summary.Name,
                view.Now,
                waiting.Sum(each => each.Waiting.Waiting),
                waiting.Sum(each => each.Waiting.AtRisk),
                waiting.Sum(each => each.Waiting.Overdue),
                waiting.Sum(each => each.Busy),
                [.. municipalities],
                await ColleaguesAsync(transaction.Connection, view, ct)
            )
        );
    }

    private static async Task<IReadOnlyList<(PoolWaiting Waiting, int Busy)>> WaitingAsync(
        NpgsqlConnection connection,
        PoolView view,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand("select * from routing.pool_now($1, $2, $3)", connection)
        {
            Parameters =
            {
                new() { Value = view.Pool },
                new() { Value = view.Now },
                new() { Value = view.Now + Choosing.Near },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(PoolWaiting, int)>();
        while (await row.ReadAsync(ct))
            found.Add((Read(row, view), (int)row.GetInt64(5)));
        return found;
    }

    private static PoolWaiting Read(NpgsqlDataReader row, PoolView view) =>
        new(
            row.GetString(0),
            view.NameOf(row.GetString(0)),
            row.GetInt32(1),
            (int)row.GetInt64(2),
            (int)row.GetInt64(3),
            (int)row.GetInt64(4),
            row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
            row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7)
        );

    private static async Task<IReadOnlyList<PoolColleague>> ColleaguesAsync(
        NpgsqlConnection connection,
        PoolView view,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand("select * from routing.pool_online($1)", connection)
        {
            Parameters = { new() { Value = view.Pool } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var colleagues = new List<PoolColleague>();
        while (await row.ReadAsync(ct))
            colleagues.Add(
                new(
                    row.GetString(1),
                    row.GetString(0),
                    view.NameOf(row.GetString(0)),
                    (PresenceState)row.GetInt16(2),
                    row.GetFieldValue<DateTimeOffset>(3)
                )
            );
        return colleagues;
    }
}
