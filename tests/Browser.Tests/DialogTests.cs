using System.Text.RegularExpressions;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing in any dialog, the keyboard comes back from it, and nothing typed in it is lost.</summary>
public sealed class DialogTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task Every_dialog_is_clean_and_gives_the_focus_back()
    {
        await hub.Residents.Say(Number, "31612340121", "Is de brug vanavond open?", "Sjoukje Brug");
        var page = await hub.SignedIn("Fenna Dijkstra");
        await page.GetByText("Sjoukje Brug").ClickAsync();
        var title = page.Locator("#gesprek-titel");
        await Assertions.Expect(title).ToBeFocusedAsync();
        foreach (var (key, dialog) in ByKey)
        {
            await page.Keyboard.PressAsync(key);
            await IsCleanAndCloses(page, dialog, title);
        }

        var topic = page.Locator(".webcare-topic");
        await topic.PressAsync("Enter");
        await IsCleanAndCloses(page, "Onderwerp wijzigen", topic);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Inwoner" }).ClickAsync();
        var erase = page.GetByRole(AriaRole.Button, new() { Name = "Gegevens wissen" });
        await erase.PressAsync("Enter");
        await IsCleanAndCloses(page, "Gegevens van deze inwoner wissen", erase);
    }

    private static readonly (string Key, string Dialog)[] ByKey =
    [
        ("z", "Gesprek uitstellen"),
        ("p", "Ik kom erop terug"),
        ("f", "Gesprek overdragen"),
        ("e", "Gesprek afhandelen"),
        ("i", "Idee voor de blauwdruk"),
        ("?", "Sneltoetsen"),
    ];

    private static async Task IsCleanAndCloses(IPage page, string title, ILocator back)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = title })).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow(title.ToLowerInvariant().Replace(' ', '-'));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(back).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_hand_over_that_is_refused_keeps_the_explanation()
    {
        await hub.Residents.Say(Number, "31612340141", "Wie belt mij terug?", "Jikke Jager");
        var (page, colleague) = (await hub.SignedIn("Fenna Dijkstra"), await hub.SignedIn("Wybe Talsma"));
        await page.GetByText("Jikke Jager").ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync("Jikke Jager");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.GetByLabel("Woordvoerder")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("De pers heeft ook gebeld.");
        await colleague.GetByText("Jikke Jager").ClickAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Oppakken" }).ClickAsync();
        await Assertions.Expect(colleague.GetByRole(AriaRole.Button, new() { Name = "Teruggeven" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Overdragen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync(Refused);
        await Assertions.Expect(page.Locator("#reden")).ToHaveValueAsync("De pers heeft ook gebeld.");
        await page.ShouldBeClean("overdragen-geweigerd");
        await colleague.Keyboard.PressAsync("f");
        await Assertions.Expect(colleague.GetByLabel("Woordvoerder")).ToBeFocusedAsync();
        await colleague.Keyboard.PressAsync("Enter");
        await Assertions.Expect(colleague.Locator(".webcare-system").Last).ToContainTextAsync("droeg dit gesprek over aan woordvoerder");
    }

    [Fact]
    public async Task What_was_promised_stands_there_until_it_is_kept()
    {
        await hub.Residents.Say(Number, "31612340161", "Wanneer wordt de steiger gemaakt?", "Sietske Steiger");
        var page = await hub.SignedIn("Fenna Dijkstra");
        await page.GetByText("Sietske Steiger").ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("p");
        await page.GetByLabel("Wat u de inwoner belooft").FillAsync("We zoeken het uit bij de haven");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        var line = page.Locator(".webcare-promise");
        await Assertions.Expect(line).ToContainTextAsync("Fenna Dijkstra beloofde om hier uiterlijk");
        await Assertions.Expect(line).ToContainTextAsync("We zoeken het uit bij de haven");
        await page.ShouldBeCleanWideAndNarrow("toezegging");

        await page.Keyboard.PressAsync("e");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Afhandelen" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er staat nog een toezegging open.");
        await page.Keyboard.PressAsync("Escape");
        await line.GetByRole(AriaRole.Button, new() { Name = "Teruggekoppeld" }).ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-system").Last).ToContainTextAsync("koppelde terug aan de inwoner");
        await Assertions.Expect(line).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_dialog_does_not_follow_to_another_conversation()
    {
        await hub.Residents.Say(Number, "31612340151", "Is het strand open?", "Klaske Kust");
        await hub.Residents.Say(Number, "31612340152", "Is de haven open?", "Herre Haven");
        var page = await hub.SignedIn("Wybe Talsma");
        var title = page.Locator("#gesprek-titel");
        await page.GetByText("Klaske Kust").ClickAsync();
        await Assertions.Expect(title).ToHaveTextAsync("Klaske Kust");
        await page.GetByText("Herre Haven").ClickAsync();
        await Assertions.Expect(title).ToHaveTextAsync("Herre Haven");
        await Assertions.Expect(title).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Assertions.Expect(title).ToHaveTextAsync("Klaske Kust");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    // By what the screen knew when the colleague pressed: that somebody has it, or only that something changed.
    private static readonly Regex Refused = new("Wybe Talsma is hier al mee bezig|Dit gesprek is veranderd");

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Number = "100000088";
}
