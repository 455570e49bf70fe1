using Microsoft.Extensions.Options;
using WebcareHub.PlatformSimulator.Control;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Demo;

/// <summary>Sends the first messages once at start, when asked. Their ids repeat, so that a hub that has them adds nothing.</summary>
internal sealed class Seed(Script script, Pen pen, Numbers numbers, Outbox outbox, SimulatorClock clock, IOptions<SimulatorOptions> options)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Seed)
            return Task.CompletedTask;
        foreach (var message in script.Seed(clock.GetUtcNow()))
        {
            var number = numbers.Find(message.Number)!;
            var sheet = pen.Write(number, message);
            outbox.Post(outbox.Make("message", number.Id, [sheet.Id], Envelope.Messages(number, [sheet.Resident], [sheet.Json])));
        }
        return Task.CompletedTask;
    }
}
