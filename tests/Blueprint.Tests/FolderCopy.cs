using WebcareHub.Testing;

namespace WebcareHub.Blueprint.Tests;

/// <summary>The starting blueprint in a folder of its own, to change.</summary>
internal sealed class FolderCopy : IDisposable
{
    internal FolderCopy()
    {
        foreach (var file in Directory.EnumerateFiles(ProjectFolders.Blueprint, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(ProjectFolders.Blueprint, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    internal string Path { get; } = Directory.CreateTempSubdirectory("webcare-blueprint").FullName;

    internal void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    /// <summary>Every file below, by path with slashes.</summary>
    internal Dictionary<string, byte[]> Bytes() => BytesOf(Path);

    internal static Dictionary<string, byte[]> BytesOf(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes);

    internal void Replace(string file, string old, string with)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, true);
}
