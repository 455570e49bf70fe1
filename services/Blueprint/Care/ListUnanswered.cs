using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>Per week and topic: conversations a colleague answered without a standard answer, here or in all municipalities together.</summary>
internal static class ListUnanswered
{
    private const int Usual = 12 * 7;
    private const int Most = 53 * 7;

    private const string Own = """
        select week, topic, unanswered, ended, 1 from blueprint.unanswered
        where tenant_id = $1 and week between $2 and $3 and unanswered > 0 order by week desc, unanswered desc, topic
        """;

    private const string All = """
        select week, topic, unanswered, ended, municipalities from blueprint.unanswered_everywhere
        where tenant_id = $1 and week between $2 and $3 and unanswered is not null order by week desc, unanswered desc, topic
        """;

    /// <summary>What may be asked; the names are the query's.</summary>
    internal sealed record Filter(DateOnly? From, DateOnly? Until, string? Scope);

    internal static async Task<Results<Ok<UnansweredWeeks>, ProblemHttpResult>> Get(
        [AsParameters] Filter filter,
        Caller caller,
        Bookcase bookcase,
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

        var titles = (await bookcase.NowAsync(ct))
            .Blueprint.For(caller.Municipality)
            .Topics.ToDictionary(topic => topic.Id, topic => topic.Title);
        var all = filter.Scope == "all";
        var tenant = all ? LayerCode.National : caller.Municipality;
        await using var bounded = await database.OpenAsync([tenant], ct);
        await using var command = new NpgsqlCommand(all ? All : Own, bounded.Connection)
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = Days.Monday(from) },
                new() { Value = until },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<UnansweredWeek>();
        while (await row.ReadAsync(ct))
        {
            items.Add(Read(row, titles));
        }

        return TypedResults.Ok(new UnansweredWeeks(items));
    }

    private static UnansweredWeek Read(NpgsqlDataReader row, Dictionary<string, string> titles)
    {
        var topic = row.GetString(1) is { Length: > 0 } known ? known : null;
        var title = topic is null ? null : titles.GetValueOrDefault(topic);
        return new(row.GetFieldValue<DateOnly>(0), topic, title, row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
    }
}
