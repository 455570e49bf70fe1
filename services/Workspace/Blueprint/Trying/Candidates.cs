using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Blueprint.Trying;

/// <summary>What a colleague can try on recorded messages: own drafts, proposals under way, releases.</summary>
internal sealed record Candidates(IReadOnlyList<Candidates.Group> Groups)
{
    internal static readonly Candidates None = new([]);

    /// <summary>Options of one kind.</summary>
    internal sealed record Group(string Title, IReadOnlyList<Option> Options);

    /// <summary>One of them, with the code it has in the form.</summary>
    internal sealed record Option(string Code, string Title);

    internal static async Task<Candidates> Read(DeskClient desk)
    {
        var names = await BlueprintNames.Read(desk);
        IReadOnlyList<Option> drafts = [];
        // Who writes nothing has no drafts.
        await new Attempt().At(async () => drafts = [.. (await desk.Drafts.All()).Items.Select(draft => Of(draft, names))]);
        var proposals = (await desk.Proposals.List(null, null, null)).Items.Where(UnderWay).Select(proposal => Of(proposal, names));
        var releases = (await desk.Releases.List(null))
            .Items.Where(release => names.Layers.Contains(release.Layer))
            .Take(MostReleases)
            .Select(release => Of(release, names));
        return new Candidates([
            new(ImprovementTexts.YourDrafts, drafts),
            new(ImprovementTexts.Proposals, [.. proposals]),
            new(ImprovementTexts.Releases, [.. releases]),
        ]);
    }

    internal static string? Code(Guid? proposal, string? layer, int? release) =>
        proposal is { } id ? $"voorstel:{id}"
        : layer is null ? null
        : release is { } number ? $"versie:{layer}:{number}"
        : $"concept:{layer}";

    /// <summary>Null when nothing, or nothing known, was chosen.</summary>
    internal static BacktestCandidate? Candidate(string? code) =>
        code?.Split(':') switch
        {
            ["voorstel", var id] when Guid.TryParse(id, out var proposal) => new(Proposal: proposal),
            ["concept", var layer] => new(layer, Draft: true),
            ["versie", var layer, var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var release) => new(
                layer,
                Release: release
            ),
            _ => null,
        };

    private static bool UnderWay(Proposal proposal) =>
        proposal.Status is ProposalStatus.Draft or ProposalStatus.Offered or ProposalStatus.Accepted;

    private static Option Of(DraftRow draft, BlueprintNames names) => new(Code(null, draft.Layer, null)!, names.Layer(draft.Layer));

    private static Option Of(Proposal proposal, BlueprintNames names) =>
        new(Code(proposal.Id, null, null)!, $"{proposal.Title} ({names.InSentence(proposal.Layer)})");

    private static Option Of(Release release, BlueprintNames names) =>
        new(
            Code(null, release.Layer, release.Number)!,
            $"{names.Layer(release.Layer)}, {string.Format(CultureInfo.CurrentCulture, ImprovementTexts.ReleaseNumber, release.Number)}: {release.Notes}"
        );

    private const int MostReleases = 30;
}
