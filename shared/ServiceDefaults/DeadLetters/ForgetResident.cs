using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>A resident is erased: nothing of them stays in dead letters.</summary>
internal sealed class ForgetResident(DeadLetterBox box, Pseudonyms pseudonyms) : IConsumer<ResidentErased>
{
    internal const string Queue = "hub.resident-erased";

    public Task Consume(ConsumeContext<ResidentErased> context) =>
        box.ForgetAsync(
            context.Message.Municipality,
            [.. context.Message.Aliases ?? [], pseudonyms.Hash(context.Message.ResidentId.ToString())],
            context.CancellationToken
        );
}
