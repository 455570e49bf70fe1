using System.Globalization;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>An idea from one island becomes a rule for everybody who wants it, and each conversation can say why it is where it is.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ImprovementTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task An_idea_from_a_conversation_becomes_a_rule_that_one_adopts_and_another_does_without()
    {
        await hub.Team("nl", ("GM0193", "demo-ilse", "Ilse Wolters"), ("GM0193", "demo-joris", "Joris Kamphuis"));
        var (national, region) = (await hub.Newest("nl"), await hub.Newest("wadden"));
        await hub.Publish("GM0088", "demo-tjitske", "adoption.yaml", Base(national, region));
        var idea = await RaiseIdea();
        var proposal = await Propose(idea);
        await Offer(proposal);
        var release = await AcceptAndRelease(proposal);
        await hub.Publish("GM0088", "demo-tjitske", "adoption.yaml", Base(national, region) + Adopt(release));
        await hub.Publish("GM0193", "demo-ilse", "afwijking.yaml", DoWithout);
        await BothSayWhy();
        await hub.Resolve(("GM0193", "demo-samira"), "Ritske Kade");
    }

    // The agent, by keyboard alone.
    private async Task<string> RaiseIdea()
    {
        await hub.Residents.Say(Schiermonnikoog, "31612340601", Question, "Femke Vloed");
        var page = await hub.SignedIn("Sietske Visser");
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
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    // The national team, from another municipality: it sees the idea, and not the conversation.
    private async Task<string> Propose(string idea)
    {
        var page = await hub.SignedIn("Ilse Wolters");
        await hub.Edit(("GM0193", "demo-ilse"), "nl", Entry, Changed);
        await page.GotoAsync($"/blauwdruk/ideeen/{idea}");
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

    private async Task Offer(string proposal)
    {
        var page = await hub.SignedIn("Ilse Wolters");
        await page.GotoAsync(proposal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorstel aanbieden" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Nu kijkt een tweede collega van het team")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("voorstel");
    }

    private async Task<int> AcceptAndRelease(string proposal)
    {
        var page = await hub.SignedIn("Joris Kamphuis");
        await page.GotoAsync(proposal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Akkoord geven" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publiceren" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText("De nieuwe versie geldt binnen enkele seconden")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^versie") }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".webcare-credits")).ToContainTextAsync("Sietske Visser (Schiermonnikoog)");
        await page.ShouldBeCleanWideAndNarrow("versie");
        return int.Parse(new Uri(page.Url).AbsolutePath.Split('/')[^1], CultureInfo.InvariantCulture);
    }

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
        var page = await hub.SignedIn(colleague);
        await page.GetByText(resident).ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync(resident);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Herkomst" }).PressAsync("Enter");
        await page.Locator(".webcare-trace").WaitForAsync();
        await page.ShouldBeClean(picture);
        return page.Locator("#tabblad");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Schiermonnikoog = "100000088";
    private const string Zwolle = "100000193";
    private const string Id = "nl.verwijs.cbr";
    private const string Entry = "rules/" + Id;
    private const string Question = "Mijn rijexamen is over een uur, waar moet ik zijn?";
    private const string Title = "Wie vandaag examen doet, kan niet wachten";
    private const string Reason = "Bij ons belt iemand zo'n inwoner meteen terug.";

    private static string Base(int national, int region) =>
        $$"""
            adoption:
              base: { nl: {{national}}, wadden: {{region}} }

            """;

    private static string Adopt(int release) =>
        $$"""
              choices:
                - { entry: {{Entry}}, choice: adopt, layer: nl, release: {{release}}, since: 2026-11-20 }

            """;

    private const string DoWithout = $"""
        rules:
          - off: {Id}
            reason: {Reason}

        """;

    private const string Changed = """
        id: nl.verwijs.cbr
        title: Examens en gezondheidsverklaring zijn van het CBR
        when: { text: [cbr, rijexamen*, theorie-examen, theorieexamen, gezondheidsverklaring, rijvaardigheid*] }
        then: { refer: cbr, suggest: rijbewijs-verlengen, priority: high, worklist: spoed }
        """;
}
