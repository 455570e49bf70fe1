using WebcareHub.EventStore;

namespace WebcareHub.Routing.Residents;

/// <summary>A restored backup forgets them again before it serves.</summary>
internal sealed class ForgetAgain(Erasure erasure) : IForgetResident
{
    public Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct) =>
        erasure.ForgetCopiesAsync(deletion.Tenant, deletion.Resident, deletion.Reason, ct);
}
