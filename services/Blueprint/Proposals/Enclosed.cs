using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>The proposals that a release holds: it names and credits them, and they are released in its own transaction.</summary>
internal sealed class Enclosed
{
    private readonly IReadOnlyList<Opened> _proposals;

    private Enclosed(IReadOnlyList<Opened> proposals, string? refusal) => (_proposals, Refusal) = (proposals, refusal);

    /// <summary>Why they cannot be in it, a Dutch sentence; null when they can.</summary>
    internal string? Refusal { get; }

    /// <summary>As the release names them; null when it holds none.</summary>
    internal IReadOnlyList<ReleaseProposal>? Named =>
        _proposals.Count == 0
            ? null
            : [.. _proposals.Select(one => new ReleaseProposal(one.Proposal.Id, one.Proposal.Title, one.Around.Credits(one.Proposal)))];

    /// <summary>Reads the proposals an offered release names. The session's tenants hold its layer.</summary>
    internal static async Task<Enclosed> ReadAsync(
        EventSession session,
        NewRelease offered,
        AgentRef by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var found = new List<Opened>();
        foreach (var id in (offered.Proposals ?? []).Distinct())
        {
            var opened = await OpenAsync(session, offered.Layer, id, (by, now), ct);
            if (Check(opened, offered) is { } refusal)
            {
                return new([], refusal);
            }

            found.Add(opened!);
        }

        return new(found, null);
    }

    /// <summary>Collects what becomes of them and of their ideas.</summary>
    internal void Collect(int release, AgentRef by, DateTimeOffset now)
    {
        foreach (var one in _proposals)
        {
            one.Collect([new ProposalReleased(one.Proposal.Layer, release, by, now)]);
        }
    }

    private static string? Check(Opened? opened, NewRelease offered) =>
        opened is null ? $"Er is geen voorstel voor laag {offered.Layer} met dit nummer."
        : opened.Proposal.Status != ProposalStatus.Accepted ? $"Het voorstel '{opened.Proposal.Title}' is niet aangenomen."
        : opened.Proposal.Changes.FirstOrDefault(change => offered.Files.GetValueOrDefault(change.Path) != change.Content) is { } missing
            ? $"Deze versie bevat het voorstel '{opened.Proposal.Title}' niet: {missing.Path} staat er anders in."
        : null;

    private static async Task<Opened?> OpenAsync(
        EventSession session,
        string layer,
        Guid id,
        (AgentRef By, DateTimeOffset Now) who,
        CancellationToken ct
    )
    {
        var loaded = await session.LoadAsync(ProposalRow.Stream(layer, id), ProposalState.None, ProposalState.Evolve, ct);
        if (loaded.Version == 0)
        {
            return null;
        }

        var streams = await session.ReadManyAsync([.. loaded.State.Ideas.Select(idea => IdeaStreams.Of(layer, idea))], ct);
        var ideas = streams.Values.ToDictionary(events => events.Aggregate(IdeaState.None, IdeaState.Evolve), events => events[^1].Version);
        return new(
            session,
            new(new Person("", who.By.Id, who.By.Name), InTeam: true, SecondPerson: false, who.Now),
            loaded.State,
            loaded.Version,
            new(Layer.None, ideas.Keys.ToDictionary(idea => idea.Id)),
            ideas.ToDictionary(idea => idea.Key.Id, idea => idea.Value)
        );
    }
}
