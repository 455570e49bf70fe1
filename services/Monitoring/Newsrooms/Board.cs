using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>
/// The questions that are open or had something happen today, of all municipalities, in memory. It reads only what changed since it last looked,
/// at most every two seconds and only while somebody watches.
/// </summary>
internal sealed class Board(Database database, TimeProvider time) : IDisposable
{
    internal const int FreshSeconds = 2;

    private const string First = $"""
        select {QuestionTable.Columns} from monitoring.questions q
        where q.generation = $1 and (q.is_open or q.last_at >= $2)
        """;

    private const string Since = $"""
        select {QuestionTable.Columns} from monitoring.questions q where q.generation = $1 and q.position > $2
        """;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<(string, Guid), Question> _questions = [];
    private volatile Sight? _sight;
    private (int Generation, DateOnly Day, long Position) _read;
    private long _looked;

    /// <summary>As it was when last looked, at most two seconds ago.</summary>
    internal async Task<Sight> LookAsync(CancellationToken ct)
    {
        if (_sight is { } known && Fresh)
        {
            return known;
        }

        await _one.WaitAsync(ct);
        try
        {
            if (_sight is null || !Fresh)
            {
                _sight = await ReadAsync(ct);
                Interlocked.Exchange(ref _looked, TimeProvider.System.GetTimestamp());
            }

            return _sight;
        }
        finally
        {
            _one.Release();
        }
    }

    private bool Fresh => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _looked)).TotalSeconds < FreshSeconds;

    private async Task<Sight> ReadAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = Local.Day(now);
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        var generation = await Generations.ServingAsync(connection, Projection.Questions, ct);
        var anew = (_read.Generation, _read.Day) != (generation, today);
        await using var command = new NpgsqlCommand(anew ? First : Since, connection) { Parameters = { new() { Value = generation } } };
        command.Parameters.Add(anew ? new() { Value = Local.Utc(today) } : new() { Value = _read.Position });
        var rows = await QuestionTable.ReadAsync(command, ct);
        if (anew)
        {
            _questions.Clear();
        }

        foreach (var (question, _) in rows)
        {
            _questions[(question.Municipality, question.Id)] = question;
        }

        _read = (generation, today, rows.Select(row => row.Position).Append(anew ? 0 : _read.Position).Max());
        return new(generation, now, _questions.Values.ToLookup(question => question.Municipality));
    }

    public void Dispose() => _one.Dispose();

    /// <summary>What was seen.</summary>
    internal sealed record Sight(int Generation, DateTimeOffset At, ILookup<string, Question> Questions);
}
