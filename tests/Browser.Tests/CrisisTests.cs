using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>A flood: rehearsed first, then real, for one region and then for the whole country, and back to what was.</summary>
[Collection(nameof(OneAtATime))]
public sealed partial class CrisisTests(HubWithBrowser hub) : IAsyncDisposable
{
    private readonly Dictionary<string, IPage> _people = [];
    private readonly Neighbours _neighbours = new(hub);

    [Fact]
    public async Task A_coordinator_rehearses_a_flood_and_then_leads_a_real_one()
    {
        Assert.SkipUnless(Scale.WholeStories, "It moves what other tests of this hub look at: run it by itself, with --long.");
        await Rehearse();
        await Asks("Gijs Gewoon", "normal");
        var crisis = await Declare();
        await Asks("Hanna Hoogwater", "high");
        await AnswerTogether();
        await HearRumour();
        await IssueCoreMessage();
        await Release("Wybe Talsma");
        await Localise("Anouk ten Have");
        await Decline("Nynke Sinnema");
        await EachHasOneAnswer();
        await EndIt(crisis);
        await Asks("Nico Naderhand", "normal");
        await ReadTheLog(crisis);
    }

    // What is asked from this moment on follows the scenario, or no longer.
    private async Task Asks(string resident, string priority)
    {
        await hub.Residents.Say(Zwolle, $"316{70_000_000 + resident.Length}", "De beek stroomt hard, moet ik iets doen?", resident);
        var row = await hub.Waits(("GM0193", "demo-samira"), resident);
        row.GetProperty("priority").GetString().ShouldBe(priority, resident);
    }

    // Each has one screen, all the way.
    private async Task<IPage> Screen(string person) =>
        _people.TryGetValue(person, out var page) ? page : _people[person] = await hub.SignedIn(person);

    // By keyboard alone: what, where, not for real; read what will happen, say why, confirm.
    private async Task Rehearse()
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis");
        await Assertions.Expect(page.GetByText("Er loopt geen crisis en geen oefening.")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("crisis-rust");
        await page.GotoAsync("/crisis/voorbereiden");
        await Assertions.Expect(page.Locator("#klaarzetten")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("crisis-voorbereiden");
        await page.GotoAsync("/crisis");
        await page.GetByRole(AriaRole.Link, new() { Name = "Crisis afkondigen", Exact = true }).PressAsync("Enter");
        await Choose(page, "Regio Wadden", "Dit is een oefening");
        await Confirm(page, "Oefening afkondigen voor Regio Wadden");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Hoogwater");
        await Assertions.Expect(Bar(page)).ToContainTextAsync("OEFENING");
        await TakePart(page);
        await Bar(page).GetByRole(AriaRole.Link, new() { NameRegex = new("Hoogwater") }).PressAsync("Enter");
        await End(page, "Oefening beëindigen");
        await Assertions.Expect(Bar(page)).ToBeHiddenAsync();
    }

    private static async Task TakePart(IPage page)
    {
        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Meedoen aan de oefening" }).PressAsync("Enter");
        await Assertions.Expect(Bar(page)).ToContainTextAsync("Niets gaat naar inwoners");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^OEFENING - "));
        await page.GotoAsync("/werkvoorraad");
        await Assertions.Expect(Bar(page)).ToContainTextAsync("OEFENING");
        await page.ShouldBeCleanWideAndNarrow("oefening-werkvoorraad");
        await page.GotoAsync("/crisis/oefenen");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("Golf") }).First).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("oefenen");
        await Bar(page).GetByRole(AriaRole.Button, new() { Name = "Terug naar het echte werk" }).PressAsync("Enter");
        await Assertions.Expect(Bar(page)).Not.ToContainTextAsync("Niets gaat naar inwoners");
    }

    private async Task<string> Declare()
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis/afkondigen");
        await Choose(page, "Heel Nederland", "Dit is echt");
        await page.ShouldBeCleanWideAndNarrow("crisis-gevolgen");
        await Confirm(page, "Aan een tweede persoon vragen: Heel Nederland");
        await Assertions.Expect(page.Locator(".webcare-card--asks")).ToContainTextAsync("Een andere landelijke coördinator bevestigt");
        await Assertions.Expect(page.Locator(".webcare-card--asks .webcare-time-left")).ToContainTextAsync("nog");
        await page.ShouldBeCleanWideAndNarrow("crisis-wacht");

        var second = await Screen(Second);
        await second.GotoAsync("/werkvoorraad");
        await Bar(second).GetByRole(AriaRole.Link, new() { Name = "Bekijk en bevestig" }).PressAsync("Enter");
        await second.GetByRole(AriaRole.Button, new() { Name = "Ik bevestig: heel Nederland" }).PressAsync("Enter");
        await Assertions.Expect(second.GetByRole(AriaRole.Status)).ToContainTextAsync("Bevestigd");

        await Assertions.Expect(page.Locator(".webcare-card--asks")).ToBeHiddenAsync();
        await Assertions.Expect(Bar(page)).ToContainTextAsync("Leiding: Renske Hofstra");
        await page.ShouldBeCleanWideAndNarrow("crisis-loopt");
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    private async Task IssueCoreMessage()
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync("/crisis/kernboodschappen");
        await page.Locator("#voor-wie").SelectOptionAsync("nl");
        await page.Locator("#titel-nieuw").FillAsync(Message);
        await page.Locator("#tekst-nieuw").FillAsync("Het water staat hoog in {gemeente}. Blijf weg bij de dijk.");
        await page.Locator("#akkoord-nieuw").FillAsync("voorzitter veiligheidsregio");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kernboodschap uitgeven" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("staat als concept");
    }

    private async Task Release(string spokesperson)
    {
        var page = await CoreMessages(spokesperson);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Vrijgeven: {Message}" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Vrijgegeven");
    }

    private async Task Localise(string spokesperson)
    {
        var page = await CoreMessages(spokesperson);
        await page.Locator("summary", new() { HasText = "Aanpassen" }).PressAsync("Enter");
        await page.GetByLabel("Zo zegt uw gemeente het").FillAsync("In {gemeente} staat de IJssel hoog. Blijf weg van de kade.");
        await page.ShouldBeCleanWideAndNarrow("kernboodschap-aanpassen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Aangepast vrijgeven" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Aangepast en vrijgegeven");
    }

    private async Task Decline(string spokesperson)
    {
        var page = await CoreMessages(spokesperson);
        await page.Locator("summary", new() { HasText = "Afzien" }).PressAsync("Enter");
        await page.GetByLabel("Waarom").FillAsync("Bij ons is het droog.");
        await page.Locator(".webcare-reason[open] button[type=submit]").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("ziet hiervan af");

        var board = await Screen(Coordinator);
        await board.Locator("summary", new() { HasText = "Wie deed wat" }).PressAsync("Enter");
        await Assertions
            .Expect(board.GetByRole(AriaRole.Row, new() { NameRegex = new("Harlingen") }))
            .ToContainTextAsync("Bij ons is het droog");
        await Assertions.Expect(board.GetByRole(AriaRole.Row, new() { NameRegex = new("Zwolle") })).ToContainTextAsync("IJssel");
        await board.ShouldBeCleanWideAndNarrow("kernboodschap-bord");
    }

    private async Task<IPage> CoreMessages(string person)
    {
        var page = await Screen(person);
        await page.GotoAsync("/crisis/kernboodschappen");
        await Assertions.Expect(page.Locator(".webcare-letter").First).ToContainTextAsync("Het water staat hoog in");
        return page;
    }

    private async Task EndIt(string crisis)
    {
        var page = await Screen(Coordinator);
        await page.GotoAsync($"/crisis/{crisis}");
        await page.Locator("#lijst-scaleDown").Locator("xpath=ancestor::section").GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Assertions.Expect(page.GetByText(new System.Text.RegularExpressions.Regex("^1 van \\d+ gedaan"))).ToBeVisibleAsync();
        await End(page, "Crisis beëindigen");
        await Assertions.Expect(Bar(page)).ToBeHiddenAsync();
    }

    private static ILocator Bar(IPage page) => page.Locator(".webcare-crisis-bar");

    public ValueTask DisposeAsync()
    {
        _neighbours.Dispose();
        return hub.LeaveAsync();
    }

    private const string Coordinator = "Renske Hofstra";
    private const string Second = "Emre Aksoy";
    private const string Why = "De dijkwacht meldt een kritiek peil.";
    private const string Message = "Het water staat hoog";
    private const string Zwolle = "100000193";
}
