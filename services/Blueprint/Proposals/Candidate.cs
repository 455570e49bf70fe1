using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Blueprint;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A proposal's changes laid over the layer as it is now.</summary>
internal static class Candidate
{
    /// <summary>
    /// The files that the layer changed since the release the proposal was made on, and the proposal changes too: there somebody has to choose.
    /// The same change on both sides is none.
    /// </summary>
    internal static IReadOnlyList<string> Conflicts(IReadOnlyList<FileChange> changes, int made, Layer layer)
    {
        var before = layer.Releases.FirstOrDefault(release => release.Number == made)?.Files ?? NoFiles;
        var now = layer.Last?.Files ?? NoFiles;
        return
        [
            .. changes
                .Where(change =>
                    now.GetValueOrDefault(change.Path) != before.GetValueOrDefault(change.Path)
                    && now.GetValueOrDefault(change.Path) != change.Content
                )
                .Select(change => change.Path),
        ];
    }

    /// <summary>The whole layer as it would be.</summary>
    internal static IReadOnlyDictionary<string, string> Files(IEnumerable<FileChange> changes, Layer layer)
    {
        var files = new Dictionary<string, string>(layer.Last?.Files ?? NoFiles, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.Content is { } content)
            {
                files[change.Path] = content;
            }
            else
            {
                files.Remove(change.Path);
            }
        }

        return files;
    }

    private static IReadOnlyDictionary<string, string> NoFiles => new Dictionary<string, string>();
}
