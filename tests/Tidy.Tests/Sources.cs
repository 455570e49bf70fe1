using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WebcareHub.Tidy.Tests;

/// <summary>The files of the project as they stand in the checkout, without what is built, restored or run.</summary>
internal static class Sources
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", ".run", ".tools", "wwwroot"];

    private static readonly ConcurrentDictionary<string, CompilationUnitSyntax> Parsed = new(StringComparer.Ordinal);

    /// <summary>Paths below <paramref name="folders"/>, relative to the root, with slashes.</summary>
    internal static IReadOnlyList<string> Files(string pattern, params string[] folders) =>
        [.. folders.SelectMany(folder => Walk(Path.Combine(ProjectFolders.Root, folder), pattern)).Order(StringComparer.Ordinal)];

    internal static string Text(string path) => File.ReadAllText(Path.Combine(ProjectFolders.Root, path));

    internal static int Lines(string path) => File.ReadLines(Path.Combine(ProjectFolders.Root, path)).Count();

    internal static CompilationUnitSyntax Parse(string path) =>
        Parsed.GetOrAdd(
            path,
            file => CSharpSyntaxTree.ParseText(Text(file), new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot()
        );

    /// <summary>Every declaration of <typeparamref name="T"/>, nested ones too, with the file it stands in.</summary>
    internal static IEnumerable<(string File, T Node)> All<T>(params string[] folders)
        where T : CSharpSyntaxNode =>
        Files("*.cs", folders).SelectMany(file => Parse(file).DescendantNodes().OfType<T>().Select(node => (file, node)));

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        IEnumerable<string> here = Directory.EnumerateFiles(folder, pattern).Select(Relative);
        IEnumerable<string> below = Directory.EnumerateDirectories(folder).Where(Kept).SelectMany(inner => Walk(inner, pattern));
        return here.Concat(below);
    }

    private static bool Kept(string folder) => !Skipped.Contains(Path.GetFileName(folder));

    private static string Relative(string file) => Path.GetRelativePath(ProjectFolders.Root, file).Replace('\\', '/');
}
