using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>
/// Lets the waves come. How far one is stands in its row; whoever has the row sends what is due and writes that down. When that fails in between,
/// the same messages are sent again, and Routing drops them as it drops any message that is delivered twice.
/// </summary>
internal sealed class RunWaves(
    EventStore.EventStore store,
    Vault vault,
    Pseudonyms pseudonyms,
    HotPublisher publisher,
    TimeProvider time,
    ILogger<RunWaves> log
) : BackgroundService
{
    private const int MostAtOnce = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Waves wait for the next round: {Failure}", failure.GetType().Name);
            }
            catch (OperationCanceledException) { }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One step of every wave that runs, in one transaction.</summary>
    internal async Task RoundAsync(CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var running = await WaveRow.ReadAsync(
            session.Connection,
            vault,
            ("state = $1 order by id for update skip locked", (short)WaveState.Running),
            ct
        );
        if (running.Count == 0)
            return;
        var epoch = await session.ReadEpochAsync(ct);
        foreach (var (wave, script) in running)
            await StepAsync(session, epoch, wave, script, ct);
        await session.CommitAsync(ct);
    }

    private async Task StepAsync(EventSession session, Epoch epoch, WaveRow wave, Script script, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (!epoch.Crises.Any(crisis => crisis.Id == wave.Crisis && crisis.Exercise))
        {
            var (held, told) = WaveCourse.Hold(wave, null, now)!.Value;
            await RehearsalStream.WriteAsync(session, held, told, ct);
            Forget(session, wave, script);
            return;
        }
        var due = Math.Min(wave.Pace.Due(script, now), wave.Sent + MostAtOnce);
        if (due <= wave.Sent)
            return;
        await publisher.PublishAsync(
            [
                .. Enumerable
                    .Range(wave.Sent, due - wave.Sent)
                    .Select(number => Post.Of(wave.Crisis, wave.Id, (number, script[number]), pseudonyms, now)),
            ],
            ct
        );
        var (after, done) = WaveCourse.Come(wave, due, now);
        await RehearsalStream.WriteAsync(session, after, done, ct);
        if (after.State == WaveState.Done)
            Forget(session, wave, script);
    }

    private void Forget(EventSession session, WaveRow wave, Script script)
    {
        if (script.Recorded is not null)
            session.Also(wave.ForgetRecorded(vault, script));
    }
}
