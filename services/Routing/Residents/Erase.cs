using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Residents;

/// <summary>An administrator forgets a resident on request (AVG art. 17).</summary>
internal static class Erase
{
    public static async Task<Results<Ok<ErasureReceipt>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        EraseResident command,
        Caller caller,
        Erasure erasure,
        CancellationToken ct
    )
    {
        if (!ErasureReasons.All.Contains(command.Reason))
            return Problems.Invalid($"Kies waarom deze gegevens gewist worden: {string.Join(", ", ErasureReasons.All)}.");
        return await erasure.EraseAsync(caller.Municipality, id, caller.Agent, command.Reason, ct) is { } receipt
            ? TypedResults.Ok(receipt)
            : TypedResults.NotFound();
    }
}
