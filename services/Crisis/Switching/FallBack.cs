using Npgsql;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>Nobody confirmed the whole country in time: the scope asked before stands. Looks every second; any number of processes may.</summary>
internal sealed partial class FallBack(
    EventStore.EventStore store,
    Database database,
    CrisisDesk desk,
    TimeProvider time,
    ILogger<FallBack> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    internal static Outcome Decide(Course course, DateTimeOffset now) =>
        course.National is { } asked && now >= asked.Until
            ? Outcome.Accept(new NationalScopeFellBack(asked.Meanwhile, null, null, null, now))
            : Outcome.Nothing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PassAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Waits(log, failure.GetType().Name);
            }
            catch (OperationCanceledException) { }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How many questions lapsed.</summary>
    internal async Task<int> PassAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        foreach (var (layer, id) in due)
        {
            await using var session = await store.OpenAsync([layer], null, ct);
            var loaded = await session.LoadAsync(CrisisStreams.Of(layer, id), Course.None, Course.Evolve, ct);
            await desk.WriteAsync(session, loaded, Decide(loaded.State, time.GetUtcNow()).Events, ct);
        }
        return due.Count;
    }

    private async Task<IReadOnlyList<(string Layer, Guid Id)>> DueAsync(CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand("select tenant_id, id from crisis.crises where national_until <= $1");
        command.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow() });
        var due = new List<(string, Guid)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            due.Add((row.GetString(0), row.GetGuid(1)));
        return due;
    }

    [LoggerMessage(LogLevel.Warning, "Questions for the whole country wait for the next round: {Failure}")]
    private static partial void Waits(ILogger logger, string failure);
}
