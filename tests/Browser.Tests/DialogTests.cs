using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing in any dialog, and the keyboard comes back from it.</summary>
public sealed class DialogTests(HubWithBrowser hub)
{
    [Theory]
    [InlineData("z", "Gesprek uitstellen")]
    [InlineData("f", "Gesprek overdragen")]
    [InlineData("e", "Gesprek afhandelen")]
    [InlineData("?", "Sneltoetsen")]
    public async Task Every_dialog_is_clean_and_gives_the_focus_back(string key, string title)
    {
        var name = $"Sjoukje Brug {(int)key[0]}";
        await hub.Residents.Say("100000072", $"31612340{(int)key[0]:000}", "Is de brug vanavond open?", name);
        var page = await hub.SignedIn("Jeltje Bakker");
        await page.GetByText(name).First.ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = title })).ToBeVisibleAsync();
        await page.ShouldBeClean(title.ToLowerInvariant().Replace(' ', '-'));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
    }
}
