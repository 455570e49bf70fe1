using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.SamePerson;
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
        Database database,
        CancellationToken ct
    )
    {
        if (!ErasureReasons.All.Contains(command.Reason))
            return Problems.Invalid($"Kies waarom deze gegevens gewist worden: {string.Join(", ", ErasureReasons.All)}.");
        var linked = await LinkedAsync(database, caller.Municipality, id, ct);
        if (linked.Count > 0 && command.LinkedToo is null)
            return Problems.Linked("Deze inwoner is gekoppeld aan een andere. Kies of de gegevens van die ander ook gewist worden.");
        if (await erasure.EraseAsync(caller.Municipality, id, caller.Agent, command.Reason, ct) is not { } receipt)
            return TypedResults.NotFound();
        if (command.LinkedToo == true)
            foreach (var other in linked)
                if (await erasure.EraseAsync(caller.Municipality, other, caller.Agent, command.Reason, ct) is { } more)
                    receipt = receipt with
                    {
                        Conversations = receipt.Conversations + more.Conversations,
                        Files = receipt.Files + more.Files,
                    };
        return TypedResults.Ok(receipt);
    }

    private static async Task<IReadOnlyList<Guid>> LinkedAsync(Database database, string municipality, Guid resident, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        return [.. (await Links.OfAsync(transaction.Connection, municipality, resident, ct)).Select(link => link.Other).Distinct()];
    }
}
