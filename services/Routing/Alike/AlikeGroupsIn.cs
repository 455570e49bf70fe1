using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>Reads groups within the scope of a caller; null when that scope is not theirs.</summary>
internal sealed class AlikeGroupsIn(EventStore.EventStore store, Scopes scopes, TimeProvider time)
{
    public async Task<AlikeGroups?> OfAsync(Caller caller, Guid? crisis, int most, CancellationToken ct)
    {
        if (await scopes.OfAsync(caller, crisis, ct) is not { } scope)
            return null;
        var now = time.GetUtcNow();
        await using var session = await store.OpenAsync(scope.Tenants, null, ct);
        var largest = await GroupCounts.LargestAsync(session.Connection, scope.Municipalities, most, ct);
        return new(await GroupReader.ReadAsync(session, scope, caller, largest, now, ct), now, scope.MayAnswerAll);
    }

    public async Task<AlikeGroup?> OneAsync(Caller caller, Guid? crisis, Guid group, CancellationToken ct)
    {
        if (await scopes.OfAsync(caller, crisis, ct) is not { } scope)
            return null;
        await using var session = await store.OpenAsync(scope.Tenants, null, ct);
        return await GroupReader.ReadAsync(session, scope, caller, [group], time.GetUtcNow(), ct) is [var found] ? found : null;
    }
}
