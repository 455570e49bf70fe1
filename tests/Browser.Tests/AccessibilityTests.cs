using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing on any page, wide and narrow; a strict policy forbids anything inline or from elsewhere.</summary>
public sealed class AccessibilityTests(HubWithBrowser hub)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Every_page_is_clean(int width, int height)
    {
        var visitor = await hub.Visitor(width, height);
        await visitor.GotoAsync("/aanmelden");
        await visitor.ShouldBeClean("aanmelden");
        var page = await hub.SignedIn("Fenna Dijkstra", width, height);
        await page.ShouldBeClean("werkvoorraad");
        foreach (
            var path in new[]
            {
                "beheer/ontvangen",
                "beheer/mislukt",
                "beheer/kanalen",
                "beheer/verwerkingslog",
                "toegankelijkheid",
                "niet-gevonden",
            }
        )
        {
            await page.GotoAsync("/" + path);
            await page.Locator("h1").WaitForAsync();
            await page.ShouldBeClean(path.Replace('/', '-'));
        }
    }

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

    [Fact]
    public async Task Nothing_runs_inline_and_nothing_comes_from_elsewhere()
    {
        var page = await hub.Visitor();
        var answer = await page.GotoAsync("/aanmelden");
        var policy = answer!.Headers["content-security-policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_work_list()
    {
        var page = await hub.Visitor();
        await page.GotoAsync("/werkvoorraad");
        new Uri(page.Url).AbsolutePath.ShouldBe("/aanmelden");
    }
}
