using System.Text;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Folders;

/// <summary><c>blueprint export</c>: the releases in force become files again.</summary>
internal static class ExportFolder
{
    private static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false);

    internal static async Task<IReadOnlyList<Release>> RunAsync(
        string folder,
        string? only,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        await using var shelf = await Shelf.OpenAsync(store, [], ct);
        var releases = shelf.Layers.Where(layer => only is null || layer.Code == only).Select(layer => layer.Last!).ToList();
        foreach (var release in releases)
        {
            await WriteAsync(Path.Combine(folder, Sentences.Folder(release.Layer)), release, ct);
        }

        if (releases.Count > 0)
        {
            await WriteAsync(Path.Combine(folder, "schema"), BlueprintSchemas.All(), ct);
        }

        return [.. releases.Select(release => release.Shown()).OrderBy(release => release.Layer, StringComparer.Ordinal)];
    }

    private static async Task WriteAsync(string folder, ReleasePublished release, CancellationToken ct)
    {
        await WriteAsync(folder, release.Files, ct);
        foreach (var known in LayerFiles.FromFolder(release.Layer, folder).Files.Keys.Except(release.Files.Keys))
        {
            File.Delete(Path.Combine(folder, known));
        }
    }

    private static async Task WriteAsync(string folder, IReadOnlyDictionary<string, string> files, CancellationToken ct)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var (path, content) in files)
        {
            var target = Path.GetFullPath(Path.Combine(root, path));
            if (!target.StartsWith(root, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"A release names a file outside its folder: {path}");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, Exact.GetBytes(content), ct);
        }
    }
}
