using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WebcareHub.Channels.Accounts;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Channels.Sending;

/// <summary>Sends what is due on one channel. Waiting is a row in the database; several processes share the work.</summary>
internal sealed class Dispatcher(
    IChannelAdapter adapter,
    Outbox outbox,
    TellRecipient recipients,
    AccountSigns signs,
    Wake wake,
    TimeProvider time,
    ILogger<Dispatcher> log
) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(15);
    private const string WindowClosed = "De termijn van 24 uur is voorbij. Vrije tekst mag niet meer; kies een sjabloon.";
    private const string NotOpened = "Het antwoord was niet te openen. Het is niet verstuurd.";
    private const string Erased = "De gegevens van deze inwoner zijn gewist. Het antwoord is niet verstuurd.";

    private readonly SemaphoreSlim free = new(AtOnce);

    /// <summary>A call that has left is waited for: cutting it off would make it uncertain.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var i = 0; i < AtOnce && !cancellationToken.IsCancellationRequested; i++)
        {
            await free.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
                log.LogWarning("Sending on {Channel} pauses: {Failure}", adapter.Channel, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> RoundAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        free.Release();
        var expired = await outbox.ExpireAsync(adapter.Channel, ct);
        Signals.Uncertain.Add(expired, Channel);
        var parts = await outbox.ClaimAsync(adapter.Channel, free.CurrentCount);
        foreach (var part in parts)
        {
            await free.WaitAsync(CancellationToken.None);
            _ = SendAsync(part);
        }

        return parts.Count;
    }

    private async Task SendAsync(Outbox.Claimed claimed)
    {
        try
        {
            var result = await CallAsync(claimed);
            Count(result);
            Show(claimed.Part, result);
            await RecordAsync(claimed.Part, result);
            await TellAsync(claimed.Part, result);
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
            free.Release();
            wake.Now();
        }
    }

    private async Task<SendResult> CallAsync(Outbox.Claimed claimed)
    {
        OutboundPart? part;
        try
        {
            part = await outbox.OpenAsync(claimed);
        }
        catch (Exception exception)
        {
            log.LogWarning("Part {Part} was not opened: {Failure}", claimed.Part.Id, exception.GetType().Name);
            return new SendResult.Retryable(NotOpened, "open");
        }

        if (part is null)
        {
            return new SendResult.Final(Erased, "erased");
        }

        if (part.Content.Template is null && part.WindowUntil <= time.GetUtcNow())
        {
            return new SendResult.Final(WindowClosed, "window");
        }

        using var span = Signals.Source.StartActivity($"send {adapter.Channel}");
        span?.SetTag("webcare.municipality", part.Municipality);
        return await adapter.SendAsync(part, CancellationToken.None);
    }

    private async Task TellAsync(OutboundPart part, SendResult result)
    {
        try
        {
            if (result is SendResult.Sent { Recipient: { } recipient })
            {
                await recipients.TellAsync(adapter.Channel, part, recipient, CancellationToken.None);
            }
        }
        catch (BrokerAwayException)
        {
            log.LogInformation("The other id of a recipient is told with the next answer");
        }
    }

    // The answer of the platform is known here and nowhere else yet: with the database away it is kept until it can be written.
    private async Task RecordAsync(OutboundPart part, SendResult result)
    {
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait = TimeSpan.FromSeconds(Math.Min(5, wait.TotalSeconds * 2)))
        {
            try
            {
                await outbox.RecordAsync(part, result, RetryAt(part, result), CancellationToken.None);
                return;
            }
            catch (Exception exception) when (Infrastructure.IsAway(exception))
            {
                log.LogWarning("The outcome of part {Part} waits for the database", part.Id);
                await Task.Delay(wait);
            }
        }
    }

    // 1, 4, 16, 64, 256 s, as the platform asks, until a quarter of an hour has gone by.
    private DateTimeOffset RetryAt(OutboundPart part, SendResult result)
    {
        var now = time.GetUtcNow();
        var after = (result as SendResult.Retryable)?.After ?? TimeSpan.FromSeconds(Math.Pow(4, Math.Clamp(part.Attempts - 1, 0, 4)));
        return result switch
        {
            SendResult.Postponed postponed => now + postponed.After,
            SendResult.Retryable when now + after > part.RequestedAt + GiveUp => DateTimeOffset.MaxValue,
            _ => now + after,
        };
    }

    private void Count(SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                Signals.Sent.Add(1, Channel);
                break;
            case SendResult.Unknown:
                Signals.Uncertain.Add(1, Channel);
                break;
            case SendResult.Final final:
                Failures.Add(1, Channel, new("webcare.code", final.Code));
                break;
            case SendResult.Retryable retry:
                log.LogInformation("A part waits: {Code}", retry.Code);
                break;
        }
    }

    private void Show(OutboundPart part, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                signs.Sent(adapter.Channel, part.App, part.Account);
                break;
            case SendResult.Final { AfterRepair: true } final:
                signs.Failed(adapter.Channel, part.App, part.Account, final.Reason);
                break;
        }
    }

    private KeyValuePair<string, object?> Channel => new("webcare.channel", adapter.Channel);

    private static readonly System.Diagnostics.Metrics.Counter<long> Failures = Signals.Meter.CreateCounter<long>(
        "webcare.failed",
        "{part}"
    );
}
