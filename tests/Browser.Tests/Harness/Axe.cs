using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace WebcareHub.BrowserTests.Harness;

/// <summary>Looks at a page as it is now: axe, and a picture of it under TestResults.</summary>
internal static class Axe
{
    public static async Task ShouldBeClean(this IPage page, string state)
    {
        await page.Picture(state);
        var result = await page.RunAxe(Rules);
        result
            .Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
            .ShouldBeEmpty(state);
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

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };
}
