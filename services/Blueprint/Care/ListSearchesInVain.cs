using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>What was searched in vain, the most searched first: at home, or in all municipalities together.</summary>
internal static class ListSearchesInVain
{
    private const int Usual = 12 * 7;
    private const int Most = 53 * 7;

    private const string Own = """
        select words, sum(times)::int, 1 from blueprint.searches_in_vain where tenant_id = $1 and week between $2 and $3
        group by words order by 2 desc, 1 limit 200
        """;

    // Week by week: who takes another week off sees no fewer than five either.
    private const string All = """
        select words, sum(times)::int, min(municipalities)::int from (
            select week, words, sum(times) as times, count(*) as municipalities from blueprint.searches_in_vain
            where week between $1 and $2 group by week, words having count(*) >= 5
        ) told group by words order by 2 desc, 1 limit 200
        """;

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(DateOnly? From, DateOnly? Until, string? Scope);

    internal static async Task<Results<Ok<SearchesInVain>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        Database database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var until = filter.Until ?? Days.Of(time.GetUtcNow());
        var from = filter.From ?? until.AddDays(-Usual);
        if (from > until || until.DayNumber - from.DayNumber > Most || filter.Scope is not (null or "" or "own" or "all"))
        {
            return new Refusal(400, "Dit verzoek klopt niet", "Kies een periode van ten hoogste een jaar, en 'own' of 'all'.").Problem();
        }

        var weeks = (Days.Monday(from), until);
        return TypedResults.Ok(
            new SearchesInVain(
                filter.Scope == "all" ? await AllAsync(database, weeks, ct) : await OwnAsync(database, caller.Home, weeks, ct)
            )
        );
    }

    private static async Task<IReadOnlyList<SearchInVainCount>> OwnAsync(
        Database database,
        string municipality,
        (DateOnly From, DateOnly Until) weeks,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(Own, bounded.Connection) { Parameters = { new() { Value = municipality } } };
        return await ReadAsync(command, weeks, ct);
    }

    // Rows of all are read, counts of at least five leave.
    private static async Task<IReadOnlyList<SearchInVainCount>> AllAsync(
        Database database,
        (DateOnly From, DateOnly Until) weeks,
        CancellationToken ct
    )
    {
        await using var command = database.Feed.CreateCommand(All);
        return await ReadAsync(command, weeks, ct);
    }

    private static async Task<IReadOnlyList<SearchInVainCount>> ReadAsync(
        NpgsqlCommand command,
        (DateOnly From, DateOnly Until) weeks,
        CancellationToken ct
    )
    {
        command.Parameters.Add(new() { Value = weeks.From });
        command.Parameters.Add(new() { Value = weeks.Until });
        var items = new List<SearchInVainCount>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            items.Add(new(row.GetString(0), row.GetInt32(1), row.GetInt32(2)));
        }

        return items;
    }
}
