using MassTransit;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Crisis.Switching;

/// <summary>
/// Routing says that far more comes in than usual: the hub proposes a crisis to the coordinators, one per region. It never switches anything.
/// </summary>
internal sealed class Propose(EventStore.EventStore store, Reception reception, CrisisDesk desk) : IConsumer<InflowRose>
{
    /// <summary>After a coordinator set a proposal aside, the same region hears nothing for so long.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(2);

    /// <param name="layer">The region of these municipalities.</param>
    /// <param name="open">The proposal that is open for it; none when there is none.</param>
    internal static Outcome Decide(Course open, Guid id, string layer, IReadOnlyList<RisenInflow> inflow, DateTimeOffset now) =>
        inflow.Count == 0 ? Outcome.Nothing
        : open.Phase is null ? Outcome.Accept(new CrisisProposed(id, layer, inflow, now))
        : More(open.Inflow, inflow) ? Outcome.Accept(new ProposalRenewed(Together(open.Inflow, inflow), now))
        : Outcome.Nothing;

    public async Task Consume(ConsumeContext<InflowRose> context)
    {
        var (rose, ct) = (context.Message, context.CancellationToken);
        var layers = new Layers((await reception.EditionAsync(ct)).Blueprint);
        foreach (
            var region in rose.Inflow.Where(risen => !Exercise.Is(risen.Municipality)).GroupBy(risen => layers.RegionOf(risen.Municipality))
        )
            await ProposeAsync(region.Key, [.. region], layers, rose.At, ct);
    }

    private async Task ProposeAsync(string layer, RisenInflow[] risen, Layers layers, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([layer, Layers.National, .. risen.Select(each => each.Municipality)], null, ct);
        var known = await CrisisRow.ListAsync(session.Connection, ["active", "proposed", "aside"], null, ct);
        var covered = known
            .Where(course => course is { InForce: true, Exercise: false })
            .SelectMany(course => layers.MunicipalitiesOf(course.Scope));
        var news = risen.ExceptBy(covered, each => each.Municipality).ToArray();
        if (known.Any(course => course.Layer == layer && RestsAt(course, now)))
            return;
        var open = known.FirstOrDefault(course => course.Layer == layer && course.Phase == CrisisPhase.Proposed);
        var loaded = open is null
            ? new(Course.None, 0)
            : await session.LoadAsync(CrisisStreams.Of(layer, open.Id), Course.None, Course.Evolve, ct);
        await desk.WriteAsync(session, loaded, Decide(loaded.State, Guid.CreateVersion7(), layer, news, now).Events, ct);
    }

    private static bool RestsAt(Course course, DateTimeOffset now) =>
        course is { Phase: CrisisPhase.SetAside, Inflow.Count: > 0 } && now - course.Since < Rest;

    /// <summary>Another municipality, or half as much again: told again, so that a lasting rise does not fill the log.</summary>
    private static bool More(IReadOnlyList<RisenInflow> known, IReadOnlyList<RisenInflow> inflow) =>
        inflow.Any(each => each.Count >= 1.5 * (known.FirstOrDefault(one => one.Municipality == each.Municipality)?.Count ?? 0));

    private static IReadOnlyList<RisenInflow> Together(IReadOnlyList<RisenInflow> known, IReadOnlyList<RisenInflow> inflow) =>
        [.. known.ExceptBy(inflow.Select(each => each.Municipality), each => each.Municipality), .. inflow];
}
