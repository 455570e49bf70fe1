namespace WebcareHub.BrowserTests.Harness;

/// <summary>The browser of this machine: named in <c>WEBCARE_TEST_CHROMIUM</c> or <c>CHROME_PATH</c>, or the first of its usual names on the path.</summary>
internal static class Chromium
{
    public static BrowserTypeLaunchOptions Options =>
        new()
        {
            ExecutablePath = Find(),
            Headless = true,
            Args =
            [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        };

    private static string Find() =>
        Named("WEBCARE_TEST_CHROMIUM")
        ?? Named("CHROME_PATH")
        ?? Names.SelectMany(name => Folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException(
            $"No browser found. Install Chromium, or name one in CHROME_PATH. Looked for {string.Join(", ", Names)}."
        );

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? path : null;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin");
}
