using WebcareHub.PlatformSimulator.Control;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Demo;

/// <summary>About thirty messages in a minute: something is on fire, and ordinary questions go on.</summary>
internal sealed class BusyAfternoon(Script script, Pen pen, Numbers numbers, Outbox outbox)
{
    private const int LongestPauseMilliseconds = 3500;

    private int running;

    /// <summary>Starts it; false when it is still going on.</summary>
    public bool Start()
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            return false;
        _ = Play();
        return true;
    }

    private async Task Play()
    {
        foreach (var message in script.Busy())
        {
            var number = numbers.Find(message.Number)!;
            var sheet = pen.Write(number, message);
            outbox.Post(outbox.Make("message", number.Id, [sheet.Id], Envelope.Messages(number, [sheet.Resident], [sheet.Json])));
            await Task.Delay(Random.Shared.Next(LongestPauseMilliseconds));
        }
        running = 0;
    }
}
