using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// Sends what is due. Waiting is a row in the database; several processes share the work. Each channel has its own places, so that a platform
/// that answers slowly holds nobody else up.
/// </summary>
internal sealed class Dispatcher(Adapters adapters, Outbox outbox, SendPart sender, Wake wake, ILogger<Dispatcher> log) : BackgroundService
{
    private const int AtOnce = 16;

    private readonly Dictionary<string, SemaphoreSlim> free = adapters.Codes.ToDictionary(code => code, _ => new SemaphoreSlim(AtOnce));

    /// <summary>A call that has left is waited for: cutting it off would make it uncertain.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var places in free.Values)
        {
            for (var i = 0; i < AtOnce && !cancellationToken.IsCancellationRequested; i++)
            {
                await places.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = wake.Next;
            try
            {
                if (await RoundAsync(stoppingToken) == 0)
                {
                    await Wake.AwaitAsync(next, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Sending pauses: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // A channel without a free place is looked at again when one of its calls is over.
    private async Task<int> RoundAsync(CancellationToken ct)
    {
        var taken = 0;
        foreach (
            var channel in await outbox.DueAsync([.. free.Where(places => places.Value.CurrentCount > 0).Select(places => places.Key)], ct)
        )
        {
            var adapter = adapters.Of(channel);
            var uncertain = await outbox.ExpireAsync(channel, adapter.CanRepeat, ct);
            Signals.Uncertain.Add(uncertain, new KeyValuePair<string, object?>("webcare.channel", channel));
            foreach (var part in await outbox.ClaimAsync(channel, adapter.LongestCall, free[channel].CurrentCount))
            {
                await free[channel].WaitAsync(CancellationToken.None);
                _ = SendAsync(adapter, part);
                taken++;
            }
        }

        return taken;
    }

    private async Task SendAsync(IChannelAdapter adapter, Outbox.Claimed claimed)
    {
        try
        {
            await sender.SendAsync(adapter, claimed);
        }
        catch (Exception exception)
        {
            log.LogError(
                "Part {Part} on {Channel}: {Failure}; its lease will make it uncertain",
                claimed.Part.Id,
                adapter.Channel,
                exception.GetType().Name
            );
        }
        finally
        {
            free[adapter.Channel].Release();
            wake.Now();
        }
    }
}
