using Deque.AxeCore.Commons;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>Looks at a page as it is now: axe, and a picture of it under TestResults.</summary>
internal static class Axe
{
    public static async Task ShouldBeClean(this IPage page, string state)
    {
        await page.Picture(state);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var violations = await page.EvaluateAsync<string[]>(Violations, Rules);
        violations.ShouldBeEmpty($"{state}, {page.ViewportSize!.Width} wide");
    }

    /// <summary>The same page as a wide screen and as a telephone shows it.</summary>
    public static async Task ShouldBeCleanWideAndNarrow(this IPage page, string state)
    {
        await page.ShouldBeClean(state);
        await page.Narrow();
        await page.ShouldBeClean(state);
        await page.Wide();
    }

    public static Task Narrow(this IPage page) => page.SetViewportSizeAsync(390, 844);

    public static Task Wide(this IPage page) => page.SetViewportSizeAsync(1440, 900);

    public static Task Picture(this IPage page, string state)
    {
        var folder = Path.Combine(ProjectFolders.Root, "TestResults", "screens");
        return page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{state}-{page.ViewportSize!.Width}.png") });
    }

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // Within the page itself, which has no frames; what axe finds in order is neither described nor sent here.
    private const string Violations = """
        async values => {
          const found = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], selectors: false });
          return found.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.html).join(' | ')}`);
        }
        """;
}
