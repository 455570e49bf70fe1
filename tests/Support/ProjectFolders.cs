namespace WebcareHub.Testing;

/// <summary>Finds the project's folders from where a test runs.</summary>
public static class ProjectFolders
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The starting blueprint.</summary>
    public static string Blueprint => Path.Combine(Root, "blueprint");

    /// <summary>A file of the material beside the checkout, or null where it is absent.</summary>
    public static string? Shared(string path) =>
        Path.Combine(Root, "..", "shared", path) is var full && (File.Exists(full) || Directory.Exists(full)) ? full : null;

    /// <summary>The built assembly of a service (<c>Ingest.WhatsApp</c>) or a test program (<c>PlatformSimulator</c>), in the configuration of this build.</summary>
    public static string Output(string project)
    {
        string folder = new[] { "services", "tests" }.Select(top => Path.Combine(Root, top, project)).First(Directory.Exists);
        string configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(folder, "bin", configuration, "net10.0", $"WebcareHub.{project}.dll");
    }

    private static string FindRoot()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "WebcareHub.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("Tests run from a checkout of the project.");
    }
}
