using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing in any state of a conversation, wide and narrow.</summary>
public sealed class ConversationTests(HubWithBrowser hub)
{
    [Theory]
    [InlineData(1440, 900, "31612340101", "Grietje Strand")]
    [InlineData(390, 844, "31612340102", "Klaas Wadlooper")]
    public async Task Every_state_of_a_conversation_is_clean(int width, int height, string phone, string name)
    {
        await hub.Residents.Say("100000088", phone, "Wanneer vaart de laatste boot en waar kan ik mijn afval laten?", name);
        var page = await hub.SignedIn("Fenna Dijkstra", width, height);
        await page.GetByText(name).ClickAsync();
        await page.Locator("#tekst").WaitForAsync();
        await page.ShouldBeClean("gesprek");
        if (width < 1200)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Toelichting", Exact = true }).ClickAsync();
        }

        foreach (var (tab, shows) in Tabs)
        {
            await page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await page.Locator("#tabblad").GetByText(shows).First.WaitForAsync();
            await page.ShouldBeClean("tab-" + tab.Replace(' ', '-'));
        }
    }

    private static readonly (string Tab, string Shows)[] Tabs =
    [
        ("Inwoner", "Eerdere gesprekken"),
        ("Herkomst", "Zo heeft de blauwdruk de berichten beoordeeld"),
        ("Wat geldt hier", "Zo schrijft Schiermonnikoog"),
    ];
}
