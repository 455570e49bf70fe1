using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>In an exercise: what people ask and do on one page, an analyst's advice beside it, frozen, on paper, and found again afterwards.</summary>
[Collection(nameof(OneAtATime))]
public sealed class EnvironmentAnalysisTests(HubWithBrowser hub) : IAsyncDisposable
{
    private const string Advice = "Zeg waar mensen zandzakken halen.";
    private Guid _crisis;

    [Fact]
    public async Task An_analyst_reads_advises_freezes_and_looks_back()
    {
        _crisis = await hub.Rehearses("GM0106", ("hoogwater", "hoogwater-nacht"), 120);
        var page = await hub.SignedIn("Renske Hofstra");
        await Reads(page);
        await Freezes(page);
        await FindsTheVersion(page);
        await LooksBack(page);
    }

    private async Task Reads(IPage page)
    {
        await page.GotoAsync($"/crisis/omgevingsanalyse?crisis={_crisis}");
        await Assertions.Expect(page.Locator("#waarover")).ToContainTextAsync("OEFENING");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Table, new() { NameRegex = new("^1 Informatiebehoefte") }))
            .ToContainTextAsync("zandzakken");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Table, new() { NameRegex = new("^2 Gedrag") }))
            .ToContainTextAsync("Mensen halen of vullen zandzakken");
        await page.ShouldBeCleanWideAndNarrow("omgevingsanalyse");
    }

    // By keyboard alone.
    private static async Task Freezes(IPage page)
    {
        await page.Write(page.Locator("#advies-informatie"), Advice);
        await page.Write(page.Locator("#advies-kernboodschap"), "Blijf weg bij de kade.");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Versie 1 vaststellen" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Versie 1 is vastgesteld");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Versie 2 vaststellen" })).ToBeVisibleAsync();
    }

    private static async Task FindsTheVersion(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Versie 1 als PDF" }))
        );
        var pdf = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await download.PathAsync()));
        download.SuggestedFilename.ShouldBe("omgevingsanalyse-1.pdf");
        pdf.ShouldStartWith("%PDF");
        pdf.ShouldContain(Advice);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Versie 1", Exact = true }));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Omgevingsanalyse, versie 1");
        await Assertions.Expect(page.GetByText(Advice)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("door Renske Hofstra (Harlingen)")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("omgevingsanalyse-versie");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Afdrukken" })).ToBeHiddenAsync();
        await page.Picture("omgevingsanalyse-papier");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    private async Task LooksBack(IPage page)
    {
        await page.GotoAsync($"/crisis/evaluatie?crisis={_crisis}");
        var heard = page.GetByRole(AriaRole.Region, new() { Name = "Geruchten en omgevingsanalyses" });
        await Assertions.Expect(heard).ToContainTextAsync("stelde versie 1 van de omgevingsanalyse vast");
        var switches = page.GetByRole(AriaRole.Region, new() { Name = "Wissels" });
        await Assertions.Expect(switches).ToContainTextAsync("kondigde oefening");
        await page.ShouldBeCleanWideAndNarrow("crisis-evaluatie");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.Press(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Het verslag als bestand") }))
        );
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain("omgevingsanalyse vast");
    }

    public async ValueTask DisposeAsync()
    {
        if (_crisis != default)
        {
            await hub.EndsExercise(_crisis);
        }

        await hub.LeaveAsync();
    }
}
