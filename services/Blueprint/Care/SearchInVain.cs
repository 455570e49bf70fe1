using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary><c>POST /api/v1/searches-in-vain</c>: a colleague found no standard answer by these words and used none. Who it was is not kept.</summary>
internal static class SearchInVain
{
    private const int Shortest = 3;
    private const int Longest = 80;
    private const int KeptDays = 53 * 7;

    private const string Count = """
        insert into blueprint.searches_in_vain as s (tenant_id, week, words, times) values ($1, $2, $3, 1)
        on conflict (tenant_id, week, words) do update set times = s.times + 1
        """;

    /// <summary>What is kept of the words; null when that is nothing, or there is an answer that holds them.</summary>
    internal static string? Decide(string? words, IReadOnlyList<Answer> answers)
    {
        var searched = (words ?? "").Trim();
        if (searched.Length is < Shortest or > Longest || answers.Any(answer => Holds(answer, searched)))
        {
            return null;
        }

        var masked = Mask.Of(searched, null);
        // Of a search for somebody alone nothing is left to learn.
        return masked.StartsWith('[') && masked.EndsWith(']') && masked.Count(letter => letter == '[') == 1
            ? null
            : masked.ToLowerInvariant();
    }

    internal static async Task<NoContent> Post(
        SearchedInVain searched,
        Caller caller,
        Bookcase bookcase,
        Database database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (Decide(searched.Words, (await bookcase.NowAsync(ct)).Blueprint.For(caller.Home).Answers) is { } words)
        {
            await KeepAsync(database, caller.Home, words, Days.Monday(Days.Of(time.GetUtcNow())), ct);
        }

        return TypedResults.NoContent();
    }

    private static async Task KeepAsync(Database database, string municipality, string words, DateOnly week, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([municipality], ct);
        await using var commands = new NpgsqlBatch(bounded.Connection)
        {
            BatchCommands =
            {
                new(Count)
                {
                    Parameters =
                    {
                        new() { Value = municipality },
                        new() { Value = week },
                        new() { Value = words },
                    },
                },
                new("delete from blueprint.searches_in_vain where tenant_id = $1 and week < $2")
                {
                    Parameters =
                    {
                        new() { Value = municipality },
                        new() { Value = week.AddDays(-KeptDays) },
                    },
                },
            },
        };
        await commands.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
    }

    // As the desk searches: every word somewhere in title or text.
    private static bool Holds(Answer answer, string searched)
    {
        var folded = Folded.Of($"{answer.Id} {answer.Title} {answer.Text}");
        return Folded
            .Of(searched)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
