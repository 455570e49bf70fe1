using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Timers;

/// <summary>Before which moment something is kept no longer, by municipality: each has its own blueprint.</summary>
internal sealed class Terms(Database database, Rulebook rulebook)
{
    internal sealed record Term(string Municipality, DateTimeOffset Before);

    /// <summary>For every municipality with rows in this table; exercises have a term of their own (<see cref="EndExercises"/>). A term of 0 days is none: it is kept.</summary>
    /// <param name="table">A table with an index that begins with <c>tenant_id</c>.</param>
    public async Task<IReadOnlyList<Term>> OfAsync(string table, Func<Retention, int> days, DateTimeOffset now, CancellationToken ct)
    {
        var terms = new List<Term>();
        foreach (var municipality in (await MunicipalitiesAsync(table, ct)).Where(tenant => !Exercise.Is(tenant)))
            if (days((await rulebook.NowAsync(municipality, ct)).Blueprint.Retention) is > 0 and var term)
                terms.Add(new(municipality, now - TimeSpan.FromDays(term)));
        return terms;
    }

    /// <summary>As the arrays <c>$1</c> and <c>$2</c> of a query.</summary>
    public static NpgsqlParameter[] Parameters(IReadOnlyList<Term> terms) =>
        [
            new() { Value = terms.Select(term => term.Municipality).ToArray() },
            new() { Value = terms.Select(term => term.Before).ToArray() },
        ];

    /// <summary>From one to the next along the index: as many steps as there are municipalities, whatever the number of rows.</summary>
    public async Task<IReadOnlyList<string>> MunicipalitiesAsync(string table, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            $"""
            with recursive t as (
                (select tenant_id from {table} order by tenant_id limit 1)
                union all
                select (select n.tenant_id from {table} n where n.tenant_id > t.tenant_id order by n.tenant_id limit 1)
                from t where t.tenant_id is not null)
            select tenant_id from t where tenant_id is not null
            """
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetString(0));
        return found;
    }
}
