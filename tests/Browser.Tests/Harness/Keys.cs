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

    private const int MostStops = 80;
}
