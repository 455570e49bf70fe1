using System.Collections.Concurrent;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>The newsroom of a scope: one count serves everybody who watches, until the board is looked at again.</summary>
internal sealed class Watch(Database database, Board board, Usual usual)
{
    private const string ThatDay = $"""
        select {QuestionTable.Columns} from monitoring.questions q
        where q.generation = $1 and q.tenant_id = any ($2) and q.opened_at <= $3 and (q.is_open or q.last_at >= $4)
        """;

    private readonly ConcurrentDictionary<string, (Board.Sight Sight, Lazy<Task<Counting>> Counting)> _counted = new(
        StringComparer.Ordinal
    );

    internal async Task<Counting> CountAsync(Scope scope, CancellationToken ct) =>
        scope.At is { } moment ? await ThenAsync(scope, moment, ct) : await NowAsync(scope, ct);

    private async Task<Counting> NowAsync(Scope scope, CancellationToken ct)
    {
        var sight = await board.LookAsync(ct);
        var shared = _counted.AddOrUpdate(
            scope.Code,
            _ => Begin(scope, sight),
            (_, known) => ReferenceEquals(known.Sight, sight) ? known : Begin(scope, sight)
        );
        return await shared.Counting.Value.WaitAsync(ct);
    }

    // Shared by all who ask: it does not end because one of them left.
    private (Board.Sight, Lazy<Task<Counting>>) Begin(Scope scope, Board.Sight sight) =>
        (
            sight,
            new(() =>
                CountAsync(scope, [.. scope.Municipalities.SelectMany(code => sight.Questions[code])], sight.At, CancellationToken.None)
            )
        );

    private async Task<Counting> ThenAsync(Scope scope, DateTimeOffset at, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync(scope.Municipalities, ct);
        await using var command = new NpgsqlCommand(ThatDay, bounded.Connection)
        {
            Parameters =
            {
                new() { Value = await Generations.ServingAsync(bounded.Connection, Projection.Questions, ct) },
                new() { Value = scope.Municipalities.ToArray() },
                new() { Value = at },
                new() { Value = Local.Utc(Local.Day(at)) },
            },
        };
        var rows = await QuestionTable.ReadAsync(command, ct);
        return await CountAsync(scope, [.. rows.Select(row => row.Question)], at, ct);
    }

    private async Task<Counting> CountAsync(Scope scope, IReadOnlyList<Question> questions, DateTimeOffset at, CancellationToken ct)
    {
        var midnight = Local.Utc(Local.Day(at));
        var facts = questions
            .Where(question => question.OpenedAt <= at)
            .Select(question => QuestionFacts.At(question, at))
            // What was done with before that day does not count, although something came later.
            .Where(one => one.Open || one.Question.Story.Any(mark => mark.At >= midnight && mark.At <= at))
            .ToList();
        await using var bounded = await database.OpenAsync(scope.Municipalities, ct);
        var generation = await Generations.ServingAsync(bounded.Connection, Projection.Questions, ct);
        var present = await Staffing.AtAsync(bounded.Connection, generation, scope.Municipalities, at, ct);
        return new(facts, await usual.OfAsync(scope, Local.Day(at), ct), present, at);
    }
}
