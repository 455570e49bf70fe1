namespace WebcareHub.Testing;

/// <summary>The recorded payloads beside the repository; tests that need them skip without them.</summary>
public static class Payloads
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("WEBCARE_PAYLOADS") ?? Find();

    /// <summary>Whether the folder is there.</summary>
    public static bool AreThere => Directory.Exists(Folder);

    /// <summary>The bytes of <c>platform/name</c>.</summary>
    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    /// <summary>Names of what a platform posted or streamed; its answers to our calls (<c>api-*</c>) are not among them.</summary>
    public static IEnumerable<string> Of(string platform) =>
        AreThere
            ? Directory
                .EnumerateFiles(Path.Combine(Folder, platform))
                .Select(file => Path.GetFileName(file)!)
                .Where(name =>
                    !name.StartsWith("api-", StringComparison.Ordinal) && !name.EndsWith(".headers.txt", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
            : [];

    /// <summary>A header that came with it, from the file of headers.</summary>
    public static string Header(string path, string name) =>
        File.ReadAllLines(Path.Combine(Folder, path))
            .First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..]
            .Trim();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "..", "shared", "payloads");
            if (File.Exists(Path.Combine(folder.FullName, "WebcareHub.sln")))
            {
                return Path.GetFullPath(candidate);
            }
        }

        return "absent";
    }
}
