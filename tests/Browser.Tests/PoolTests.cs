using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>The only colleague of an island goes home; the region stands behind it, and the resident never notices.</summary>
[Collection(nameof(OneAtATime))]
public sealed class PoolTests(HubWithBrowser hub) : IAsyncDisposable
{
    private IPage _sietske = null!;
    private IPage _hidde = null!;

    [Fact]
    public async Task A_colleague_of_the_region_answers_as_the_island_and_the_owner_and_the_hours_bank_see_it()
    {
        Assert.SkipUnless(Scale.WholeStories, "It moves what other tests of this hub look at: run it by itself, with --long.");
        await Agree();
        await GoesHome();
        await hub.Residents.Say(Schiermonnikoog, Phone, "Wanneer wordt de grijze container geleegd?", Resident);
        await hub.Waits(("GM0088", "demo-sietske"), Resident);
        await TakesIt();
        await Answers();
        await TheOwnerSees();
        await TheHoursBankShows();
    }

    private async Task Agree()
    {
        await hub.ResolveAll(Helper);
        await hub.ResolveAll(("GM0088", "demo-sietske"));
        var renske = await hub.SignedIn("Renske Hofstra");
        await renske.GotoAsync("/samen/afspraken");
        await Assertions.Expect(renske.Locator("#deelnemers")).ToContainTextAsync("regio Wadden");
        await Assertions.Expect(renske.GetByRole(AriaRole.Cell, new() { Name = "Hidde Postma", Exact = true })).ToBeVisibleAsync();
        await renske.ShouldBeCleanWideAndNarrow("samen-afspraken");
        await PlansShift(renske);
    }

    // By keyboard alone.
    private static async Task PlansShift(IPage page)
    {
        await page.GotoAsync("/samen/diensten");
        await page.TabTo(page.Locator("summary", new() { HasText = "Dienst plannen" }));
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.Locator("#dienst-plaatsen"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("De dienst is gepland")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("0 van 2 plaatsen bezet")).ToBeVisibleAsync();
    }

    private async Task GoesHome()
    {
        _sietske = await hub.SignedIn("Sietske Visser");
        await _sietske.Locator("#aanwezigheid").SelectOptionAsync("Offline");
        await Assertions.Expect(_sietske.Locator(".webcare-toast")).ToContainTextAsync("Afgemeld");
        await _sietske.GotoAsync("/samen");
        await hub.GoHome("GM0088", "demo-wybe", "demo-fenna", "demo-tjitske");
    }

    private async Task TakesIt()
    {
        _hidde = await hub.SignedIn("Hidde Postma");
        await _hidde.GotoAsync("/samen/diensten");
        await _hidde.GetByRole(AriaRole.Button, new() { NameRegex = new("^Inschrijven") }).First.ClickAsync();
        await Assertions.Expect(_hidde.GetByText("1 van 2 plaatsen bezet")).ToBeVisibleAsync();
        await _hidde.ShouldBeCleanWideAndNarrow("samen-diensten");
        await _hidde.GotoAsync("/samen");
        await _hidde.GetByLabel("Regio Wadden").CheckAsync();
        await Assertions.Expect(_hidde.Locator("#aanwezig")).ToContainTextAsync("aan het werk");
        // Another test may have somebody of the island at work for a moment.
        await Eventually.Async(
            async () =>
            {
                await hub.GoHome("GM0088", "demo-sietske", "demo-wybe", "demo-fenna", "demo-tjitske");
                var row = _hidde.GetByRole(AriaRole.Row).Filter(new() { HasText = "Schiermonnikoog" });
                return await row.Locator("td[data-label=Wacht]").AllInnerTextsAsync();
            },
            waits => waits.Any(text => text.Trim() is not ("" or "0")),
            "the question of the island waits for the pool",
            90
        );
        await _hidde.ShouldBeCleanWideAndNarrow("samen-nu");
        await _hidde.GetByRole(AriaRole.Button, new() { Name = "Volgende vraag nemen" }).ClickAsync();
        await Assertions.Expect(_hidde.Locator("#gesprek-titel")).ToHaveTextAsync(Resident);
    }

    private async Task Answers()
    {
        await Assertions.Expect(_hidde.Locator(".webcare-shared")).ToContainTextAsync("U helpt Schiermonnikoog");
        await Assertions.Expect(_hidde.Locator("#afzender")).ToContainTextAsync("gemeente Schiermonnikoog");
        await Assertions.Expect(_hidde.Locator("#van-anderen")).ToBeVisibleAsync();
        await _hidde.ShouldBeCleanWideAndNarrow("samen-gesprek");
        await _hidde.Locator("#bestand").SetInputFilesAsync([Calendar]);
        await Assertions.Expect(_hidde.Locator(".webcare-files")).ToContainTextAsync(Calendar.Name);
        await _hidde.Locator("#tekst").FillAsync(Answer);
        await _hidde.Locator("#tekst").PressAsync("Control+Enter");
        await Assertions.Expect(_hidde.Locator(".webcare-bubble--ours").Last).ToContainTextAsync(Answer);
        await OpensWhatWasSent();
        var received = await Eventually.Async(
            () => hub.Residents.Received(Schiermonnikoog, Phone),
            messages => messages.Any(message => message.Text?.StartsWith(Answer, StringComparison.Ordinal) == true),
            "the resident has the answer"
        );
        var text = received.Single(message => message.Text?.StartsWith(Answer, StringComparison.Ordinal) == true).Text!;
        text.ShouldEndWith("Hartelijke groet van het eiland, Hidde Postma");
        text.ShouldNotContain("Harlingen");
    }

    // Who helps reads along with what went out in this question, a file as well.
    private async Task OpensWhatWasSent()
    {
        var sent = _hidde.Locator(".webcare-bubble--ours a.webcare-file").Last;
        await Assertions.Expect(sent).ToBeVisibleAsync();
        var opened = await _hidde.APIRequest.GetAsync(new Uri(hub.Address, await sent.GetAttributeAsync("href")).ToString());
        (opened.Status, await opened.TextAsync()).ShouldBe((200, "Dinsdag grijs, vrijdag groen."));
    }

    private async Task TheOwnerSees()
    {
        await _sietske.GotoAsync("/werkvoorraad");
        await _sietske.Locator("#zoeken").FillAsync(Resident);
        await _sietske.Locator("#zoeken").PressAsync("Enter");
        await _sietske.Locator(".webcare-row__name", new() { HasText = Resident }).ClickAsync();
        await Assertions.Expect(_sietske.Locator("#gesprek-titel")).ToHaveTextAsync(Resident);
        await Assertions.Expect(_sietske.Locator(".webcare-bubble--ours").Last).ToContainTextAsync(Answer);
        await _sietske.ShouldBeClean("samen-eigenaar");
    }

    private async Task TheHoursBankShows()
    {
        await Eventually.Async(
            async () =>
            {
                await _sietske.GotoAsync("/samen/urenbank");
                await _sietske.Locator("#saldi").WaitForAsync();
                return await _sietske.Locator("section[aria-labelledby=posten]").InnerTextAsync();
            },
            entries => entries.Contains("Harlingen") && entries.Contains("Schiermonnikoog"),
            "the hours bank shows that Harlingen helped",
            60
        );
        await _sietske.ShouldBeCleanWideAndNarrow("samen-urenbank");
        var file = await _sietske.RunAndWaitForDownloadAsync(() =>
            _sietske.GetByRole(AriaRole.Link, new() { Name = "Afrekening als CSV" }).ClickAsync()
        );
        (await File.ReadAllTextAsync((await file.PathAsync())!)).ShouldContain("gegeven;");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private static readonly FilePayload Calendar = new()
    {
        Name = "kalender.txt",
        MimeType = "text/plain",
        Buffer = "Dinsdag grijs, vrijdag groen."u8.ToArray(),
    };

    private static readonly (string, string) Helper = ("GM0072", "demo-hidde");
    private const string Schiermonnikoog = "100000088";
    private const string Phone = "31612340871";
    private const string Resident = "Rixt Zeehond";
    private const string Answer = "De grijze container wordt morgen geleegd.";
}
