using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>A resident is erased, now or again after a restored backup: nothing of them stays in dead letters.</summary>
internal sealed class ForgetResident(DeadLetterBox box, Pseudonyms pseudonyms) : IConsumer<ResidentErased>, IForgetResident
{
    internal const string Queue = "hub.resident-erased";

    public Task Consume(ConsumeContext<ResidentErased> context) =>
        ForgetAsync(context.Message.Municipality, context.Message.ResidentId, context.Message.Aliases, context.CancellationToken);

    public Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct) =>
        ForgetAsync(deletion.Tenant, deletion.Resident, deletion.Aliases, ct);

    private Task ForgetAsync(string municipality, Guid resident, IReadOnlyList<string>? aliases, CancellationToken ct) =>
        box.ForgetAsync(municipality, [.. aliases ?? [], pseudonyms.Hash(resident.ToString())], ct);
}
