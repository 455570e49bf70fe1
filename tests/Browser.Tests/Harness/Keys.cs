namespace WebcareHub.BrowserTests.Harness;

/// <summary>Hands that never leave the keyboard.</summary>
internal static class Keys
{
    /// <summary>Presses Tab until this has the focus.</summary>
    public static async Task TabTo(this IPage page, ILocator target)
    {
        for (var presses = 0; presses < MostStops; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab does not reach {target}.");
    }

    /// <summary>Tab to it, then a key.</summary>
    public static async Task Press(this IPage page, ILocator target, string key = "Enter")
    {
        await page.TabTo(target);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Tab to a field, then words.</summary>
    public static async Task Write(this IPage page, ILocator field, string words)
    {
        await page.TabTo(field);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Ticks a box.</summary>
    public static async Task Tick(this IPage page, ILocator box)
    {
        await page.Press(box, "Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    /// <summary>One of several that exclude one another: Tab comes to the first, arrows go on from there.</summary>
    public static async Task Pick(this IPage page, ILocator all, ILocator wanted)
    {
        await page.Press(all.First, "Space");
        for (var further = await all.CountAsync(); further > 0 && !await wanted.IsCheckedAsync(); further--)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(wanted).ToBeCheckedAsync();
    }

    private const int MostStops = 80;
}
