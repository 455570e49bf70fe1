using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Tables;

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

    private static readonly Layout Layout = new(
        "vergeefs_gezocht",
        "Wat collega's vergeefs zochten in de standaardantwoorden",
        [
            new("woorden", "waarop is gezocht; wat op een persoon wijst, is weggehaald"),
            new("keer", "hoe vaak er in de periode op is gezocht zonder dat er een antwoord was", "aantal"),
            new("gemeenten", "minstens zoveel gemeenten zochten erop in elke week die meetelt", "aantal"),
        ]
    );

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(DateOnly? From, DateOnly? Until, string? Scope)
    {
        /// <summary>From a Monday on; null when it cannot be asked so.</summary>
        internal (DateOnly From, DateOnly Until)? Weeks(TimeProvider time)
        {
            var until = Until ?? Days.Of(time.GetUtcNow());
            var from = From ?? until.AddDays(-Usual);
            return from > until || until.DayNumber - from.DayNumber > Most || Scope is not (null or "" or "own" or "all")
                ? null
                : (Days.Monday(from), until);
        }
    }

    internal static async Task<Results<Ok<SearchesInVain>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        Database database,
        TimeProvider time,
        CancellationToken ct
    ) =>
        filter.Weeks(time) is { } weeks
            ? TypedResults.Ok(new SearchesInVain(await ReadAsync(filter, caller, database, weeks, ct)))
            : Wrong();

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(
        [AsParameters] Filter filter,
        string? form,
        Caller caller,
        Database database,
        TimeProvider time,
        CancellationToken ct
    ) =>
        filter.Weeks(time) is { } weeks && Csv.Named(form) is { } csv
            ? Layout.File(
                $"vergeefs-gezocht-{weeks.From:yyyy-MM-dd}-{weeks.Until:yyyy-MM-dd}",
                csv,
                (await ReadAsync(filter, caller, database, weeks, ct)).Select(item =>
                    new object?[] { item.Words, item.Times, item.Municipalities }
                )
            )
            : Wrong();

    private static ProblemHttpResult Wrong() =>
        new Refusal(
            400,
            "Dit verzoek klopt niet",
            "Kies een periode van ten hoogste een jaar, 'own' of 'all', en als vorm 'nl' of 'iso'."
        ).Problem();

    private static async Task<IReadOnlyList<SearchInVainCount>> ReadAsync(
        Filter filter,
        Caller caller,
        Database database,
        (DateOnly From, DateOnly Until) weeks,
        CancellationToken ct
    ) => filter.Scope == "all" ? await AllAsync(database, weeks, ct) : await OwnAsync(database, caller.Home, weeks, ct);

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
