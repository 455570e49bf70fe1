using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Pools;

/// <summary>Founds a pool with its first members and colleagues.</summary>
public sealed class PoolFounding(EventStore.EventStore store, Rulebook rulebook, TimeProvider time)
{
    private static readonly AgentRef Hub = new("hub", "WebcareHub");
    private static readonly PoolTerms Equal = new(1, true, []);

    /// <summary>Nothing when the pool has begun: what people changed since stays.</summary>
    /// <param name="pool">Region id, or <c>nl</c>.</param>
    /// <param name="members">CBS codes; with equal shares, own questions first, nothing blocked.</param>
    /// <param name="agents">Colleagues who take everything.</param>
    public async Task FoundAsync(
        string pool,
        IReadOnlyList<string> members,
        IReadOnlyList<(string Municipality, AgentRef Agent)> agents,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([pool], null, ct);
        var (_, version) = await session.LoadAsync(PoolTables.Stream(pool), 0, (count, _) => count + 1, ct);
        if (version > 0)
            return;
        var (edition, now) = (await rulebook.AtAsync(session, ct), time.GetUtcNow());
        object[] events =
        [
            .. members.Select(member => Joined(pool, member, edition, now)),
            .. agents.Select(each => Admitted(pool, each.Municipality, each.Agent, now)),
        ];
        session.Append(PoolTables.Stream(pool), 0, events);
        foreach (var command in events.SelectMany(e => PoolTables.Of(e, edition)))
            session.Also(command);
        await session.CommitAsync(ct);
    }

    private static MunicipalityJoinedPool Joined(string pool, string member, Edition edition, DateTimeOffset now) =>
        new(pool, member, Equal, [.. Join.Asked(edition.For(member).Blueprint).Select(item => item.Id)], Hub, now);

    private static AgentAdmittedToPool Admitted(string pool, string municipality, AgentRef agent, DateTimeOffset now) =>
        new(pool, agent, municipality, [], [], ["nl"], Attend.UsualCapacity, false, Hub, now);
}
