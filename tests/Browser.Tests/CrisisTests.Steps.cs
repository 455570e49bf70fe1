using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

public sealed partial class CrisisTests
{
    // By keyboard alone. Each gets one answer, as their own municipality says it.
    private async Task AnswerTogether()
    {
        await _neighbours.Settle();
        await _neighbours.Ask();
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis/gelijke-vragen");
        await Assertions.Expect(page.GetByText($"{Neighbours.All} mensen wachten")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("gelijke-vragen");
        await page.Press(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Samen beantwoorden") }).First);
        await page.Write(page.Locator("#antwoord-tekst"), "U haalt zandzakken bij de brandweer van {gemeente}.");
        await page.Press(page.Locator("summary", new() { HasText = "je-vorm" }));
        await page.Write(page.Locator("#antwoord-je"), "Je haalt zandzakken bij de brandweer van {gemeente}.");
        await page.ShouldBeCleanWideAndNarrow("gelijke-vragen-schrijven");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Verder: lezen wie wat krijgt" }));
        await Assertions.Expect(page.Locator(".webcare-letter").First).ToContainTextAsync("zandzakken bij de brandweer van");
        await page.ShouldBeCleanWideAndNarrow("gelijke-vragen-versturen");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = $"Verstuur naar {Neighbours.All} mensen" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Terughalen" })).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("gelijke-vragen-onderweg");
    }

    // The time to take it back is over by now: each hears it once, from the own municipality.
    private async Task EachHasOneAnswer()
    {
        await _neighbours.HaveOneAnswerEach();
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis/gelijke-vragen");
        await Assertions.Expect(page.GetByText("afgeleverd").First).ToBeVisibleAsync();
    }

    private async Task HearRumour()
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis/geruchten");
        await page.Locator("#gerucht").FillAsync("De dijk bij Zwolle is door");
        await page.Locator("#waar-rond").FillAsync("Facebook");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gerucht melden" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Het gerucht staat in het register");
        await page.ShouldBeCleanWideAndNarrow("geruchten");
    }

    private async Task ReadTheLog(string crisis)
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync($"/crisis/verslag?crisis={crisis}");
        var log = page.Locator(".webcare-log");
        await Assertions.Expect(log).ToContainTextAsync("Emre Aksoy");
        await Assertions.Expect(log).ToContainTextAsync(Why);
        string[] told =
        [
            "kondigde crisis",
            "bevestigde als tweede persoon",
            $"stuurde één antwoord aan {Neighbours.All} mensen van 12 gemeenten",
            "meldde het gerucht 'De dijk bij Zwolle is door', 1 keer gezien. Waar: Facebook.",
            $"gaf kernboodschap '{Message}' uit",
            "vrij voor Schiermonnikoog",
            "aan voor Zwolle en gaf die vrij",
            "zag voor Harlingen af",
            "beëindigde de crisis",
        ];
        var lines = await log.InnerTextAsync();
        var places = told.Select(words => lines.IndexOf(words, StringComparison.Ordinal)).ToArray();
        places.ShouldAllBe(place => place >= 0, lines);
        places.ShouldBeInOrder();
        await page.ShouldBeCleanWideAndNarrow("crisis-verslag");
    }

    // By keyboard alone.
    private static async Task Choose(IPage page, string where, string real)
    {
        await page.Pick(page.Locator("input[name=scenario]"), page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Hoogwater") }));
        await page.Tick(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^" + where) }).First);
        await page.Pick(page.Locator("input[name=echt]"), page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^" + real) }));
        await page.ShouldBeClean("afkondigen");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Verder: lezen wat er gebeurt" }));
        await page.Locator(".webcare-happens").WaitForAsync();
    }

    private static async Task Confirm(IPage page, string button)
    {
        await page.Write(page.Locator("#waarom"), Why);
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = button }));
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/crisis/[0-9a-f-]{36}$"));
    }

    private static async Task End(IPage page, string button)
    {
        await page.Locator("summary", new() { HasText = button }).PressAsync("Enter");
        await page.Locator("#reden-einde").FillAsync("Het water zakt.");
        await page.Locator(".webcare-reason[open] button[type=submit]").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Alles is weer zoals het was");
    }
}
