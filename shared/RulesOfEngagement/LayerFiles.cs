using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>One layer as written: its files, by path within the layer.</summary>
/// <param name="Code"><c>nl</c>, a province, a region id or a CBS code.</param>
/// <param name="Files">Path with slashes to content.</param>
/// <param name="Release">Its number; null for a folder or a draft.</param>
/// <param name="At">When it was released, if known.</param>
public sealed record LayerFiles(string Code, IReadOnlyDictionary<string, string> Files, int? Release = null, DateTimeOffset? At = null)
{
    /// <summary>What a layer holds; other files in its folder are left alone.</summary>
    private static readonly string[] Kinds = [".yaml", ".yml", ".csv", ".md"];

    // A byte order mark stays in the text, so that a file comes out as it went in.
    private static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads one layer from its folder (YAML, CSV and Markdown; other files are left alone), line ends and all.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static LayerFiles FromFolder(string code, string folder) =>
        new(
            code,
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(IsPart)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                    file => Exact.GetString(File.ReadAllBytes(file)),
                    StringComparer.Ordinal
                )
        );

    /// <summary>Whether a file of this name belongs to a layer.</summary>
    public static bool IsPart(string path) => Kinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads every layer under a blueprint folder: national, provinces, regions, municipalities. In that order, by code.</summary>
    public static IReadOnlyList<LayerFiles> FromBlueprint(string root)
    {
        var layers = new List<LayerFiles>();
        if (Directory.Exists(Path.Combine(root, "national")))
        {
            layers.Add(FromFolder(Blueprint.National, Path.Combine(root, "national")));
        }
        foreach (var kind in new[] { "provinces", "regions", "municipalities" })
        {
            var parent = Path.Combine(root, kind);
            if (Directory.Exists(parent))
            {
                layers.AddRange(
                    Directory
                        .EnumerateDirectories(parent)
                        .Order(StringComparer.Ordinal)
                        .Select(folder => FromFolder(Path.GetFileName(folder), folder))
                );
            }
        }
        return layers;
    }
}

/// <summary>A message about a mistake in a blueprint.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Entry">Id of the entry, if known.</param>
/// <param name="Text">Dutch, one sentence, with a suggestion where there is one.</param>
/// <param name="IsError">False: a remark, publishing may go on.</param>
public sealed record Finding(string Layer, string File, int Line, string? Entry, string Text, bool IsError)
{
    /// <summary>As the command line prints it: <c>nl/rules.yaml:12 (nl.privacy): …</c>.</summary>
    public override string ToString() => $"{Layer}/{File}:{Line}{(Entry is null ? "" : $" ({Entry})")}: {Text}";
}

/// <summary>A municipality in the register, for those without a layer of their own.</summary>
/// <param name="Code">CBS code, <c>GM0088</c>.</param>
/// <param name="ValidTo">The first day it no longer exists, or null.</param>
public sealed record RegisteredMunicipality(
    string Code,
    string Name,
    string Province,
    string SafetyRegion,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null
);
