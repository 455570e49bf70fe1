using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Exercising;
using WebcareHub.Contracts;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Channels.Sending;

/// <summary>One part on its way: opened, sent once, and what came of it written down.</summary>
internal sealed class SendPart(
    Outbox outbox,
    AccountBook accounts,
    TellRecipient recipients,
    AccountSigns signs,
    TimeProvider time,
    ILogger<SendPart> log
)
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(15);
    private const string WindowClosed = "De termijn van 24 uur is voorbij. Vrije tekst mag niet meer; kies een sjabloon.";
    private const string TimeIsUp = "De tijd om te antwoorden is voorbij. Het platform laat weer een antwoord toe als de inwoner schrijft.";
    private const string NotOpened = "Het antwoord was niet te openen. Het is niet verstuurd.";
    private const string Erased = "De gegevens van deze inwoner zijn gewist. Het antwoord is niet verstuurd.";

    private static readonly Counter<long> Failures = Signals.Meter.CreateCounter<long>("webcare.failed", "{part}");

    /// <summary>Throws only when the outcome cannot be written down.</summary>
    public async Task SendAsync(IChannelAdapter adapter, Outbox.Claimed claimed)
    {
        var result = Exercise.Is(claimed.Part.Municipality) ? Refused(claimed) : await CallAsync(adapter, claimed);
        Count(adapter.Channel, result);
        Show(adapter.Channel, claimed.Part, result);
        await RecordAsync(claimed.Part, result);
        await TellAsync(adapter.Channel, claimed.Part, result);
    }

    private SendResult Refused(Outbox.Claimed claimed)
    {
        log.LogError("Part {Part} is of an exercise and is not sent", claimed.Part.Id);
        return GatedAdapter.Refused;
    }

    private async Task<SendResult> CallAsync(IChannelAdapter adapter, Outbox.Claimed claimed)
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
            return new SendResult.Final(adapter.Channel == Channel.WhatsApp ? WindowClosed : TimeIsUp, "window");
        }

        if (accounts.IsWithdrawn(adapter.Channel, part.App, part.Account))
        {
            return new SendResult.Final(Withdrawn(adapter.Channel), "withdrawn");
        }

        using var span = Signals.Source.StartActivity($"send {adapter.Channel}");
        span?.SetTag("webcare.municipality", part.Municipality);
        return await adapter.SendAsync(part, CancellationToken.None);
    }

    private static string Withdrawn(string channel) =>
        $"Uw gemeente is gestopt met dit account op {Channel.NameOf(channel)}. "
        + "Bereik de inwoner langs een andere weg, of handel het gesprek af.";

    private async Task TellAsync(string channel, OutboundPart part, SendResult result)
    {
        try
        {
            if (result is SendResult.Sent { Recipient: { } recipient })
            {
                await recipients.TellAsync(channel, part, recipient, CancellationToken.None);
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

    private void Count(string channel, SendResult result)
    {
        var tag = new KeyValuePair<string, object?>("webcare.channel", channel);
        switch (result)
        {
            case SendResult.Sent:
                Signals.Sent.Add(1, tag);
                break;
            case SendResult.Unknown:
                Signals.Uncertain.Add(1, tag);
                break;
            case SendResult.Final final:
                Failures.Add(1, tag, new("webcare.code", final.Code));
                break;
            case SendResult.Retryable retry:
                log.LogInformation("A part waits: {Code}", retry.Code);
                break;
        }
    }

    private void Show(string channel, OutboundPart part, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent:
                signs.Sent(channel, part.App, part.Account);
                break;
            case SendResult.Final { AfterRepair: true } final:
                signs.Failed(channel, part.App, part.Account, final.Reason);
                break;
        }
    }
}
