using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing on any page, wide and narrow; a strict policy forbids anything inline or from elsewhere.</summary>
public sealed class AccessibilityTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task Every_page_is_clean()
    {
        const string name = "Wietske Kwelder";
        await hub.Poison();
        await hub.Residents.Say(Number, "31612340111", "Waar vind ik de strandtent?", name);
        var page = await hub.Visitor();
        await page.GotoAsync("/open-data");
        await Assertions.Expect(page.GetByText("CC0-1.0").First).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("open-data");
        await page.GotoAsync("/aanmelden");
        await page.ShouldBeCleanWideAndNarrow("aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fenna Dijkstra" }).ClickAsync();
        await page.GetByText(name).ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync(name);
        await page.GotoAsync("/werkvoorraad");
        await page.GetByText(name).WaitForAsync();
        await page.ShouldBeCleanWideAndNarrow("werkvoorraad");
        await Found(page, name);
        await page.ShouldBeCleanWideAndNarrow("zoekresultaten");
        foreach (var (path, shows) in Pages)
        {
            await Shown(page, path, shows);
            await page.ShouldBeCleanWideAndNarrow(path.Replace('/', '-'));
        }
    }

    // The lists fill behind the services: look again until what was done stands in them.
    private static Task<int> Shown(IPage page, string path, string shows) =>
        Eventually.Async(
            async () =>
            {
                await page.GotoAsync("/" + path);
                await page.Locator("h1").WaitForAsync();
                return await page.GetByText(shows).CountAsync();
            },
            count => count > 0,
            $"/{path} shows “{shows}”",
            60
        );

    private static Task<string> Found(IPage page, string name) =>
        Eventually.Async(
            async () =>
            {
                await page.Locator("#zoeken").FillAsync(name.Split(' ')[1]);
                await page.Locator("#zoeken").PressAsync("Enter");
                await page.GetByText("Gevonden voor").WaitForAsync();
                return string.Join(", ", await page.Locator(".webcare-row__name").AllInnerTextsAsync());
            },
            names => names == name,
            $"{name} alone is found",
            60
        );

    private static readonly (string Path, string Shows)[] Pages =
    [
        ("beheer/ontvangen", "tekst"),
        ("beheer/mislukt", "Voor de technisch beheerder"),
        ("beheer/kanalen", "WhatsApp"),
        ("beheer/verwerkingslog", "Gesprek bekeken"),
        ("crisis/voorbereiden", "Hoogwater of overstroming"),
        ("crisis/geruchten", "Wat rondgaat en nog niet zeker is"),
        ("crisis/oefenen", "Oefen met verzonnen berichten"),
        ("toegankelijkheid", "Met het toetsenbord"),
        ("geen-toegang", "Geen toegang"),
        ("niet-gevonden", "Niet gevonden"),
    ];

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

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Number = "100000088";
}
