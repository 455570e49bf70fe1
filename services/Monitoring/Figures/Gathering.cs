using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Gathers the questions of a period with what it takes to measure them.</summary>
internal sealed class Gathering(Database database, HoursBook hours, MembersThen members)
{
    private const string Questions = $"""
        select {QuestionTable.Columns} from monitoring.questions q
        where q.generation = $1 and q.tenant_id = any ($2) and q.opened_at >= $3 and q.opened_at < $4
        """;

    /// <summary>Of a municipality, region or nation: of each question whose municipality was in it when it came.</summary>
    internal async Task<IReadOnlyList<Counted>> OfAsync(string code, Period period, int ahead, CancellationToken ct)
    {
        var held = await members.OfAsync(code, ct);
        var counted = await OfAsync(held.Ever, period, ahead, ct);
        return [.. counted.Where(one => held.Held(one.Question.Municipality, one.Question.OpenedAt))];
    }

    /// <param name="ahead">How many days after the period the same person may come back.</param>
    internal async Task<IReadOnlyList<Counted>> OfAsync(
        IReadOnlyList<string> municipalities,
        Period period,
        int ahead,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync(municipalities, ct);
        var generation = await Generations.ServingAsync(bounded.Connection, Projection.Questions, ct);
        await using var command = new NpgsqlCommand(Questions, bounded.Connection)
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipalities.ToArray() },
                new() { Value = period.From },
                new() { Value = Earliest(period.Until.AddDays(ahead), period.At) },
            },
        };
        var rows = await QuestionTable.ReadAsync(command, ct);
        var linked = await Persons.AtAsync(bounded.Connection, generation, municipalities, period.At, ct);
        var facts = rows.Where(row => row.Question.OpenedAt <= period.At).Select(row => QuestionFacts.At(row.Question, period.At)).ToList();
        var book = new Dictionary<string, HoursThen>();
        foreach (var municipality in facts.Select(fact => fact.Question.Municipality).Distinct())
        {
            book[municipality] = (await hours.OfAsync(municipality, ct)).KnownAt(period.At);
        }

        return Count(facts, linked, book, period);
    }

    /// <summary>The questions of the period, each with those of the same person.</summary>
    internal static IReadOnlyList<Counted> Count(
        IReadOnlyList<QuestionFacts> facts,
        ILookup<(string, string), string> linked,
        IReadOnlyDictionary<string, HoursThen> hours,
        Period period
    )
    {
        var own = facts
            .Where(fact => fact.Question.Resident is not null)
            .ToLookup(fact => (fact.Question.Municipality, fact.Question.Resident!));
        IReadOnlyList<QuestionFacts> Others(QuestionFacts fact) =>
            fact.Question.Resident is not { } resident
                ? []
                :
                [
                    .. linked[(fact.Question.Municipality, resident)]
                        .Append(resident)
                        .Distinct()
                        .SelectMany(one => own[(fact.Question.Municipality, one)])
                        .Where(other => other.Question.Id != fact.Question.Id),
                ];
        return
        [
            .. facts
                .Where(fact => fact.Question.OpenedAt >= period.From && fact.Question.OpenedAt < period.Until)
                .Select(fact => new Counted(fact, Others(fact), hours[fact.Question.Municipality], period.At)),
        ];
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other.AddTicks(10);
}

/// <summary>A stretch of time, and as known when.</summary>
/// <param name="From">UTC, included.</param>
/// <param name="Until">UTC, not included.</param>
internal sealed record Period(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At)
{
    /// <param name="last">The last day that counts.</param>
    internal static Period Of(DateOnly first, DateOnly last, DateTimeOffset at) => new(Local.Utc(first), Local.Utc(last.AddDays(1)), at);
}
