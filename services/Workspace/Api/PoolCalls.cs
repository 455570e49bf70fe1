using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Pools, their shifts, and the colleague at work in them.</summary>
internal sealed class PoolCalls(ApiCalls api)
{
    internal Task<IReadOnlyList<PoolSummary>> List() => api.Get<IReadOnlyList<PoolSummary>>("api/v1/pools");

    internal Task<PoolDetail> Read(string pool) => api.Get<PoolDetail>(Path(pool));

    internal Task<PoolNow> Now(string pool) => api.Get<PoolNow>(Path(pool) + "/now");

    internal Task<IReadOnlyList<ConversationRow>> Held() => api.Get<IReadOnlyList<ConversationRow>>("api/v1/pools/held");

    internal Task<PoolDetail> Join(string pool, string municipality, JoinPool terms) =>
        api.Put<PoolDetail>($"{Path(pool)}/members/{municipality}", terms);

    internal Task Leave(string pool, string municipality) => api.Delete($"{Path(pool)}/members/{municipality}");

    internal Task<PoolDetail> Admit(string pool, string municipality, string subject, AdmitAgent agent) =>
        api.Put<PoolDetail>(Agent(pool, municipality, subject), agent);

    internal Task Remove(string pool, string municipality, string subject) => api.Delete(Agent(pool, municipality, subject));

    internal Task<IReadOnlyList<PoolShift>> Shifts(string pool) => api.Get<IReadOnlyList<PoolShift>>(Path(pool) + "/shifts");

    internal Task Plan(string pool, PlanShift shift) => api.Post<object>(Path(pool) + "/shifts", shift);

    internal Task Cancel(string pool, Guid shift) => api.Delete($"{Path(pool)}/shifts/{shift}");

    internal Task Take(string pool, Guid shift) => api.Post<object>($"{Path(pool)}/shifts/{shift}/take");

    internal Task GiveUp(string pool, Guid shift) => api.Post<object>($"{Path(pool)}/shifts/{shift}/give-up");

    internal Task HandOver(string pool, Guid shift, HandOverShift to) => api.Post<object>($"{Path(pool)}/shifts/{shift}/hand-over", to);

    internal Task<Presence> Presence() => api.Get<Presence>("api/v1/presence");

    internal Task<Presence> SetPresence(SetPresence wanted) => api.Put<Presence>("api/v1/presence", wanted);

    private static string Path(string pool) => $"api/v1/pools/{Uri.EscapeDataString(pool)}";

    private static string Agent(string pool, string municipality, string subject) =>
        $"{Path(pool)}/agents/{municipality}/{Uri.EscapeDataString(subject)}";
}
