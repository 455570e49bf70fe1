using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A proposal within a session: its state with all around it, and how what is decided about it is written.</summary>
internal sealed record Opened(
    EventSession Session,
    Standing Standing,
    ProposalState Proposal,
    long Version,
    Surroundings Around,
    IReadOnlyDictionary<Guid, long> IdeaVersions
)
{
    internal ProposalDetail Detail => Proposal.Detail(Standing, Around);

    /// <summary>Null when the caller cannot see it: it is another municipality's, or a draft of a team they are not in.</summary>
    /// <param name="more">Ideas to look at beside those it has.</param>
    internal static async Task<Opened?> ReadAsync(
        EventSession session,
        Caller caller,
        Guid id,
        (IReadOnlyList<Guid>? Ideas, DateTimeOffset Now) more,
        CancellationToken ct
    )
    {
        if (await ProposalRow.LayerOfAsync(session.Connection, id, ct) is not { } layer)
        {
            return null;
        }

        var (proposal, version) = await session.LoadAsync(ProposalRow.Stream(layer, id), ProposalState.None, ProposalState.Evolve, ct);
        var opened = await AroundAsync(session, caller, layer, (proposal.Ideas.Concat(more.Ideas ?? []), more.Now), ct);
        return opened.Standing.InTeam || proposal.Status != ProposalStatus.Draft
            ? opened with
            {
                Proposal = proposal,
                Version = version,
            }
            : null;
    }

    /// <summary>All there is around a proposal that is not there yet.</summary>
    internal static async Task<Opened> AroundAsync(
        EventSession session,
        Caller caller,
        string layer,
        (IEnumerable<Guid> Ideas, DateTimeOffset Now) more,
        CancellationToken ct
    )
    {
        var standing = await Standing.ReadAsync(session.Connection, caller, layer, more.Now, ct);
        var code = await session.LoadAsync(StreamKey.OfLayer(layer), Layer.None with { Code = layer }, Layer.Evolve, ct);
        var streams = await session.ReadManyAsync([.. more.Ideas.Distinct().Select(id => IdeaStreams.Of(layer, id))], ct);
        var ideas = streams
            .Values.Select(events => (Idea: events.Aggregate(IdeaState.None, IdeaState.Evolve), events[^1].Version))
            .Where(found => found.Idea.Author is not null)
            .ToList();
        return new(
            session,
            standing,
            ProposalState.None,
            0,
            new(code.State, ideas.ToDictionary(found => found.Idea.Id, found => found.Idea)),
            ideas.ToDictionary(found => found.Idea.Id, found => found.Version)
        );
    }

    /// <summary>Writes events, rows and what they mean for the ideas, in one transaction; the proposal as it is then.</summary>
    internal async Task<ProposalDetail> WriteAsync(IReadOnlyList<object> events, CancellationToken ct)
    {
        if (events.Count == 0)
        {
            return Detail;
        }

        var after = Collect(events);
        await Session.CommitAsync(ct);
        return after.Detail;
    }

    /// <summary>Collects them in the session, for the transaction that ends it.</summary>
    internal Opened Collect(IReadOnlyList<object> events)
    {
        var after = events.Aggregate(Proposal, ProposalState.Evolve);
        Session.Append(ProposalRow.Stream(after.Layer, after.Id), Version, events);
        Session.Also(ProposalRow.Write(after));
        var ideas = Around.Ideas.ToDictionary();
        foreach (var (id, idea) in Around.Ideas)
        {
            if (Meant(after, idea) is { } meant)
            {
                ideas[id] = IdeaState.Evolve(idea, meant);
                Session.Append(IdeaStreams.Of(idea.Layer, id), IdeaVersions[id], [meant]);
                Session.Also(IdeaRow.Write(ideas[id]));
            }
        }

        return this with
        {
            Proposal = after,
            Version = Version + events.Count,
            Around = Around with { Ideas = ideas },
        };
    }

    /// <summary>What the proposal as it is now means for an idea; null when nothing.</summary>
    private object? Meant(ProposalState after, IdeaState idea)
    {
        var holds = after.Ideas.Contains(idea.Id);
        var taken = idea.Status == IdeaStatus.TakenUp && idea.ProposalId == after.Id;
        return (after.IsOpen, holds, taken) switch
        {
            (true, true, false) => new IdeaTakenUp(after.Id, Standing.Person.Agent, Standing.Now),
            (true, false, true) => new IdeaLetGo(after.Id, Standing.Now),
            (false, _, true) when after.Status == ProposalStatus.Released => new IdeaRealised(
                after.Id,
                after.Layer,
                after.Release!.Value,
                Standing.Now
            ),
            (false, _, true) => new IdeaLetGo(after.Id, Standing.Now),
            _ => null,
        };
    }
}
