namespace WebcareHub.Ingest.WhatsApp.Tests;

/// <summary>The recorded payloads beside the repository; tests that need them skip without them.</summary>
internal static class Payloads
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("WEBCARE_PAYLOADS") ?? Find();

    public static bool AreThere => Directory.Exists(Folder);

    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    /// <summary>Names of the webhook bodies; the platform's own answers (<c>api-*</c>) are not among them.</summary>
    public static IEnumerable<string> Webhooks() =>
        AreThere
            ? Directory
                .EnumerateFiles(Path.Combine(Folder, "whatsapp"))
                .Select(file => Path.GetFileName(file)!)
                .Where(name =>
                    !name.StartsWith("api-", StringComparison.Ordinal) && !name.EndsWith(".headers.txt", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
            : [];

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
