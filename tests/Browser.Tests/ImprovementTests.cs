using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>An idea from one island becomes a rule for everybody who wants it, and each conversation can say why it is where it is.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ImprovementTests(HubWithBrowser hub) : IAsyncDisposable
{
    private readonly Dictionary<string, IPage> _people = [];

    [Fact]
    public async Task An_idea_from_a_conversation_becomes_a_rule_that_one_adopts_and_another_does_without()
    {
        await hub.Chooses("GM0088", "demo-tjitske", new { Choice = "unfollow", Theme = "webcare" });
        await hub.Residents.Say(Zwolle, "31612340604", Question, "Wietse Spoor");
        await RaiseIdea();
        var proposal = await Propose();
        await hub.Waits(Samira, "Wietse Spoor");
        await BackTest(proposal);
        await Offer();
        await AcceptAndRelease(proposal);
        await Adopt();
        await DoWithout();
        await BothSayWhy();
        await hub.Resolve(Samira, "Wietse Spoor");
        await hub.Resolve(Samira, "Ritske Kade");
    }

    // Each has one screen, all the way.
    private async Task<IPage> Screen(string person) =>
        _people.TryGetValue(person, out var page) ? page : _people[person] = await hub.SignedIn(person);

    // The agent, by keyboard alone.
    private async Task RaiseIdea()
    {
        await hub.Residents.Say(Schiermonnikoog, "31612340601", Question, "Femke Vloed");
        var page = await Screen("Sietske Visser");
        await page.GetByText("Femke Vloed").ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("i");
        await Assertions.Expect(page.Locator("#idee-titel")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Title);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Wie op de kade staat, heeft niets aan een antwoord van morgen.");
        await page.Locator("#idee-over").SelectOptionAsync(Entry);
        await page.ShouldBeCleanWideAndNarrow("idee-inbrengen");
        await page.TabTo(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Idee inbrengen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".webcare-toast")).ToContainTextAsync("Uw idee staat bij Blauwdruk");

        await page.GotoAsync("/blauwdruk/ideeen");
        await page.ShouldBeCleanWideAndNarrow("ideeen");
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = Title }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kwam op in een gesprek" })).ToBeVisibleAsync();
    }

    // The national team, from another municipality: it sees the idea, and not the conversation.
    private async Task<string> Propose()
    {
        var page = await Screen("Ilse Wolters");
        await hub.Edit(("GM0193", "demo-ilse"), "nl", Entry, Changed);
        await page.GotoAsync("/blauwdruk/ideeen");
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kwam op in een gesprek" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ik ben hiervoor" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("1 collega is hiervoor")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("idee");
        await page.GetByRole(AriaRole.Link, new() { Name = "Voorstel maken" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#titel")).ToHaveValueAsync(Title);
        await page.ShouldBeCleanWideAndNarrow("voorstel-maken");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorstel maken" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        return new Uri(page.Url).AbsolutePath;
    }

    // On Zwolle's own messages: one of them would have gone to another work list.
    private async Task BackTest(string proposal)
    {
        var page = await Screen("Ilse Wolters");
        await page.TabTo(Evidence(page).GetByRole(AriaRole.Link, new() { Name = "Terugrekenen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#wat")).ToHaveValueAsync("voorstel:" + proposal.Split('/')[^1]);
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Terugrekenen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".webcare-outcome")).ToContainTextAsync("anders behandelen");
        var moved = page.Locator("#soort-WorkList");
        await Assertions.Expect(moved).ToContainTextAsync("Spoed en veiligheid");
        await page.TabTo(moved.Locator("summary"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(moved.GetByText(Question).First).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("terugrekenen-verslag");
        await page.GetByRole(AriaRole.Link, new() { Name = "Alles wat is teruggerekend" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Klaar" })).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("terugrekenen");
        await page.GotoAsync(proposal);
        await page.TabTo(Evidence(page).GetByRole(AriaRole.Button, new() { NameRegex = new("^Verslag van") }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("De onderbouwing staat erbij")).ToBeVisibleAsync();
    }

    private async Task Offer()
    {
        var page = await Screen("Ilse Wolters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorstel aanbieden" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nu kijkt een tweede collega van het team")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("voorstel");
    }

    private async Task AcceptAndRelease(string proposal)
    {
        var page = await Screen("Joris Kamphuis");
        await page.GotoAsync(proposal);
        await Assertions.Expect(Evidence(page)).ToContainTextAsync("Teruggerekend van");
        await Assertions.Expect(Evidence(page).GetByRole(AriaRole.Link, new() { Name = "Bekijk het verslag" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Akkoord geven" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publiceren" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("De nieuwe versie geldt binnen enkele seconden")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=gemeten]")).ToContainTextAsync("niets te vergelijken");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^versie") }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".webcare-credits")).ToContainTextAsync("Sietske Visser (Schiermonnikoog)");
        await page.ShouldBeCleanWideAndNarrow("versie");
    }

    private async Task Adopt()
    {
        var page = await Screen("Tjitske Teensma");
        await page.GotoAsync("/blauwdruk/aanbod");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = $"Overnemen: {Rule}" }));
        await page.ShouldBeClean("aanbod-van-een-idee");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Overgenomen: '{Rule}'");
    }

    private async Task DoWithout()
    {
        var page = await Screen("Ilse Wolters");
        await page.GotoAsync("/blauwdruk/regels/" + Id);
        await page.TabTo(page.Locator("summary", new() { HasText = "Hier uitzetten" }));
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Locator("#reden-uitzetten"));
        await page.Keyboard.TypeAsync(Reason);
        await page.ShouldBeClean("uitzetten");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Uitgezet: '{Rule}'");
    }

    private static ILocator Evidence(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Onderbouwing" });

    private async Task BothSayWhy()
    {
        await hub.Residents.Say(Schiermonnikoog, "31612340602", Question, "Gerbrig Eb");
        await hub.Residents.Say(Zwolle, "31612340603", Question, "Ritske Kade");
        var adopted = await Trace("Sietske Visser", "Gerbrig Eb", "overgenomen-herkomst");
        await Assertions.Expect(adopted).ToContainTextAsync("koos werkvoorraad Spoed en veiligheid");
        await Assertions.Expect(adopted).ToContainTextAsync("overgenomen");
        var without = await Trace("Samira el Amrani", "Ritske Kade", "uitgezet-herkomst");
        await Assertions.Expect(without).Not.ToContainTextAsync("koos werkvoorraad Spoed en veiligheid");
        await Assertions.Expect(without).ToContainTextAsync(Reason);
    }

    private async Task<ILocator> Trace(string colleague, string resident, string picture)
    {
        var page = await Screen(colleague);
        await page.GotoAsync("/werkvoorraad");
        await page.GetByText(resident).ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync(resident);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Herkomst" }).PressAsync("Enter");
        await page.Locator(".webcare-trace").WaitForAsync();
        await page.ShouldBeClean(picture);
        return page.Locator("#tabblad");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private static readonly (string Municipality, string Subject) Samira = ("GM0193", "demo-samira");

    private const string Schiermonnikoog = "100000088";
    private const string Zwolle = "100000193";
    private const string Id = "nl.verwijs.cbr";
    private const string Entry = "rules/" + Id;
    private const string Rule = "Examens en gezondheidsverklaring zijn van het CBR";
    private const string Question = "Mijn rijexamen is over een uur, waar moet ik zijn?";
    private const string Title = "Wie vandaag examen doet, kan niet wachten";
    private const string Reason = "Bij ons belt iemand zo'n inwoner meteen terug.";

    private const string Changed = """
        id: nl.verwijs.cbr
        title: Examens en gezondheidsverklaring zijn van het CBR
        when: { text: [cbr, rijexamen*, theorie-examen, theorieexamen, gezondheidsverklaring, rijvaardigheid*] }
        then: { refer: cbr, suggest: rijbewijs-verlengen, priority: high, worklist: spoed }
        """;
}
