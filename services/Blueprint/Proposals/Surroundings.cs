using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Publishing;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>What a decision about a proposal looks at beside the proposal itself.</summary>
/// <param name="Layer">Its layer as it is now.</param>
/// <param name="Ideas">The ideas it works out, and those it is to work out.</param>
internal sealed record Surroundings(Layer Layer, IReadOnlyDictionary<Guid, IdeaState> Ideas)
{
    internal IReadOnlyList<string> Conflicts(ProposalState proposal) => Candidate.Conflicts(proposal.Changes, proposal.Base, Layer);

    /// <summary>A sentence when the layer has moved on in a file of the proposal; else null.</summary>
    internal string? Moved(ProposalState proposal) =>
        Conflicts(proposal) is not [var file, ..]
            ? null
            : $"Laag {Layer.Code} is sinds versie {proposal.Base} gewijzigd in {file}; nu geldt versie {Layer.Last!.Number} van {Layer.Last.By.Name}. "
                + "Neem die wijziging eerst over in het voorstel.";

    /// <summary>Who is to be thanked for a proposal: authors of its ideas first, each once.</summary>
    internal IReadOnlyList<string> Credits(ProposalState proposal) =>
        [
            .. proposal
                .Ideas.Where(Ideas.ContainsKey)
                .Select(id => Ideas[id].Author!)
                .Append(proposal.Author!)
                .DistinctBy(person => person.Key)
                .Select(person => person.Credit),
        ];
}
