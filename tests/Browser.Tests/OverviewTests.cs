using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>What happens, how well it goes and what it costs: on a desk, on a wall, on a telephone and on paper.</summary>
[Collection(nameof(OneAtATime))]
public sealed class OverviewTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task The_newsroom_shows_by_itself_what_comes_in_and_every_number_opens_what_is_behind_it()
    {
        var page = await hub.SignedIn("Renske Hofstra");
        await page.GotoAsync("/overzicht");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Newsroom: gemeente Harlingen");
        var before = await Number(page, "Binnen vandaag");
        await hub.Residents.Say(Harlingen, "31612345601", "Wanneer wordt er gestrooid op de Zuiderhaven?", "Japke Havenzicht");
        await Eventually.Async(
            () => Number(page, "Binnen vandaag"),
            number => number > before,
            "the newsroom counts it without a hand on it",
            60
        );
        await page.ShouldBeCleanWideAndNarrow("overzicht-newsroom");
        await ReadsTheChartAsATable(page);
        await page.Press(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Binnen vandaag") }));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Binnen vandaag");
        await Assertions.Expect(page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await page.ShouldBeCleanWideAndNarrow("overzicht-achter");
        await page.Press(page.Locator("tbody a").First);
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeVisibleAsync();
        await hub.IsAnswered(("GM0072", "demo-hidde"), "Japke Havenzicht", "De Zuiderhaven is om 7 uur gestrooid.");
    }

    [Fact]
    public async Task The_wall_fits_its_screen_and_reads_from_afar()
    {
        var page = await hub.SignedIn("Renske Hofstra", 1920, 1080);
        await page.GotoAsync("/overzicht/wand");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Gemeente Harlingen");
        await Assertions.Expect(page.Locator(".webcare-tile")).ToHaveCountAsync(8);
        await page.ShouldBeClean("overzicht-wand");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")).ShouldBeLessThanOrEqualTo(1080);
        var smallest = await page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.tagName !== 'desc').map(e => parseFloat(getComputedStyle(e).fontSize)))"
        );
        smallest.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task Yesterday_is_shown_as_it_was_and_says_so()
    {
        var page = await hub.SignedIn("Renske Hofstra");
        await page.GotoAsync("/overzicht");
        await page.Locator("#op").FillAsync($"{DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}T14:05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijken" }).ClickAsync();
        await Assertions
            .Expect(page.Locator(".webcare-alert").First)
            .ToContainTextAsync(new System.Text.RegularExpressions.Regex("U ziet wat bekend was op .* 14.05 uur"));
        (await Number(page, "Binnen vandaag")).ShouldBe(0);
        await page.ShouldBeClean("overzicht-zoals-het-was");
        await page.GetByRole(AriaRole.Link, new() { Name = "Terug naar nu" }).ClickAsync();
        await Assertions.Expect(page.GetByText("De cijfers verversen vanzelf")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Figures_read_on_a_desk_and_on_a_telephone_and_the_board_gets_one_page_of_paper()
    {
        await hub.AsksAndIsAnswered(("GM0072", "demo-hidde"), Harlingen, "31612345602", "Sipke Milieustraat");
        var page = await hub.SignedIn("Renske Hofstra");
        await Counted(page, "dienstverlening", ".webcare-figure .webcare-chart");
        await page.ShouldBeCleanWideAndNarrow("overzicht-dienstverlening");
        (await Overhang(page)).ShouldBe(0);
        await page.Press(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Bekijk de vragen achter") }).First);
        await Assertions.Expect(page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await Counted(page, "collegepagina", ".webcare-board__figures tbody tr");
        await page.ShouldBeCleanWideAndNarrow("overzicht-collegepagina");
        (await Overhang(page)).ShouldBe(0);
        Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })).ShouldBe(1);
        foreach (var report in new[] { "weekrapport", "maandrapport" })
        {
            await Counted(page, report, ".webcare-board__figures tbody tr");
            await page.ShouldBeClean($"overzicht-{report}");
            (await Overhang(page)).ShouldBe(0);
            Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })).ShouldBe(1);
        }

        await page.GotoAsync("/overzicht/rapporten");
        await page.ShouldBeCleanWideAndNarrow("overzicht-rapporten");
        await page.GotoAsync("/overzicht/onderwerpen");
        await page.ShouldBeCleanWideAndNarrow("overzicht-onderwerpen");
        (await Overhang(page)).ShouldBe(0);
        await page.Press(page.Locator("tbody a").First);
        await Assertions.Expect(page.GetByText("Er kwam", new() { Exact = false }).First).ToBeVisibleAsync();
        await page.ShouldBeClean("overzicht-samenvatting");
        Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })).ShouldBe(1);
    }

    [Fact]
    public async Task A_manager_fills_in_what_an_hour_costs_and_what_is_shared_with_others()
    {
        var page = await hub.SignedIn("Renske Hofstra");
        await page.GotoAsync("/overzicht/kosten");
        await Assertions.Expect(page.GetByText("heeft nog geen eigen bedragen ingevuld")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("overzicht-kosten");
        (await Overhang(page)).ShouldBe(0);
        await page.Press(page.Locator("summary", new() { HasText = "Eigen bedragen invullen" }));
        await page.Locator("#bedrag-hourlycost").FillAsync("61.25");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }));
        await Assertions.Expect(page.GetByText("De bedragen zijn opgeslagen")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#bedrag-hourlycost")).ToHaveValueAsync("61.25");
        await page.GotoAsync("/overzicht/vergelijken");
        await page.ShouldBeCleanWideAndNarrow("overzicht-vergelijken");
        (await Overhang(page)).ShouldBe(0);
        await page.Press(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Dit cijfer delen") }).First);
        await Assertions.Expect(page.GetByText("Uw keuze is vastgelegd")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Niet meer delen") })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_figures_of_a_period_come_as_a_file_that_explains_its_columns()
    {
        var page = await hub.SignedIn("Renske Hofstra");
        await page.GotoAsync("/overzicht/rapporten");
        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Cijfers als CSV") }).First.ClickAsync()
        );
        file.SuggestedFilename.ShouldEndWith(".csv");
        (await File.ReadAllTextAsync((await file.PathAsync())!)).ShouldContain(";");
        foreach (var table in Tables)
        {
            var answer = await page.APIRequest.GetAsync($"/overzicht/{table}");
            answer.Status.ShouldBe(200, table);
            (await answer.TextAsync()).Length.ShouldBeGreaterThan(20, table);
        }
    }

    private static readonly string[] Tables =
    [
        "cijfers.csv?periode=2026-K4",
        "rapport.csv?periode=2026-W40",
        "newsroom.csv",
        "vergelijking.csv",
        "kosten.csv?periode=2026-10",
        "onderwerpen.csv?periode=2026-10",
        "samenvatting.txt?periode=2026-10&onderwerp=thema:webcare",
        "vergeefs-gezocht.csv?periode=2026-K4",
        "datawoordenboek.csv",
    ];

    [Fact]
    public async Task Who_works_on_questions_sees_the_newsroom_and_is_told_that_figures_are_for_others()
    {
        var page = await hub.SignedIn("Sietske Visser");
        await page.GotoAsync("/overzicht");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Newsroom: gemeente Schiermonnikoog");
        await page.GotoAsync("/overzicht/dienstverlening");
        await Assertions.Expect(page.GetByText("Deze cijfers zijn er niet voor u")).ToBeVisibleAsync();
        await page.GotoAsync("/overzicht/weekrapport");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Webcare in gemeente Schiermonnikoog");
    }

    // What somebody looked at just before is shown again for half a minute.
    private static Task<int> Counted(IPage page, string path, string shown) =>
        Eventually.Async(
            async () =>
            {
                await page.GotoAsync($"/overzicht/{path}");
                return await page.Locator(shown).CountAsync();
            },
            found => found > 0,
            "the question and its answer are counted",
            60
        );

    // How far a page sticks out at the side of a telephone.
    private static async Task<int> Overhang(IPage page)
    {
        await page.Narrow();
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        await page.Wide();
        return wide - 390;
    }

    // By keyboard alone.
    private static async Task ReadsTheChartAsATable(IPage page)
    {
        await page.Press(page.Locator("#uren-kop ~ details summary"));
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Binnengekomen per uur, vandaag" });
        await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(25);
    }

    private static async Task<int> Number(IPage page, string label)
    {
        var tile = page.Locator(".webcare-tile").Filter(new() { HasText = label }).Locator(".webcare-tile__link");
        return int.Parse(await tile.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Pages(byte[] pdf) =>
        System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Harlingen = "100000072";
}
