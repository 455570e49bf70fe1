using System.Text.RegularExpressions;
using WebcareHub.BrowserTests.Harness;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing in any state of a conversation, wide and narrow.</summary>
public sealed class ConversationTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task Every_state_of_a_conversation_is_clean()
    {
        await hub.Residents.Say(Number, "31612340101", "Wanneer vaart de laatste boot en waar kan ik mijn afval laten?", "Grietje Strand");
        var page = await hub.SignedIn("Fenna Dijkstra");
        await OpenWhatSaysWhyOnce(page.GetByRole(AriaRole.Link, new() { Name = "Grietje Strand" }));
        await page.Locator("#tekst").WaitForAsync();
        await page.ShouldBeCleanWideAndNarrow("gesprek");
        await EveryTabIsClean(page);
        await page.Narrow();
        await page.GetByRole(AriaRole.Button, new() { Name = "Toelichting", Exact = true }).ClickAsync();
        await EveryTabIsClean(page);
    }

    // Topic and reason are a tooltip for who points and words for who listens, and never both for one of them.
    private static async Task OpenWhatSaysWhyOnce(ILocator row)
    {
        var why = await row.Locator("[title]").GetAttributeAsync("title");
        await Assertions.Expect(row).ToHaveAccessibleNameAsync(new Regex(Regex.Escape(why!)));
        await Assertions.Expect(row).ToHaveAccessibleDescriptionAsync("");
        await row.ClickAsync();
    }

    private static async Task EveryTabIsClean(IPage page)
    {
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

    [Fact]
    public async Task The_choice_of_a_template_is_clean_and_a_template_arrives()
    {
        const string name = "Gosse Gister";
        await hub.Residents.Approve(new("vervolg_vraag", "nl", "Goedendag {{1}}, wij hebben antwoord op uw vraag over {{2}}."));
        var yesterday = DateTimeOffset.UtcNow.AddHours(-25);
        await hub.Residents.Write(new ResidentMessage(Number, "31612340131", Text: "Is de bibliotheek open?", Name: name, At: yesterday));
        var page = await hub.SignedIn("Wybe Talsma");
        await page.GetByText(name).ClickAsync();
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("alleen een goedgekeurd sjabloon");
        await page.Locator("#tekst").SelectOptionAsync("vervolg_vraag");
        await Assertions.Expect(page.GetByLabel("naam", new() { Exact = true })).ToHaveValueAsync(name);
        await page.GetByLabel("onderwerp", new() { Exact = true }).FillAsync("de bibliotheek");
        await page.ShouldBeCleanWideAndNarrow("sjabloon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sjabloon versturen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-bubble--ours").Last).ToContainTextAsync("over de bibliotheek");
        await Assertions.Expect(page.Locator(".webcare-state").Last).ToContainTextAsync("Afgeleverd");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Number = "100000088";
}
