using System.Text.RegularExpressions;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>The main job: take the next conversation, answer it, see that it arrived.</summary>
[Collection(nameof(OneAtATime))]
public sealed class MainJobTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task A_colleague_takes_the_next_conversation_uses_a_standard_answer_and_sees_it_delivered()
    {
        var page = await hub.SignedIn("Samira el Amrani");
        await hub.Residents.Say(Zwolle, "31612340001", "Goedemorgen, wanneer wordt de grijze container geleegd?", "Trijntje Smit");
        await Assertions.Expect(page.GetByText("Trijntje Smit")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Volgend gesprek" }).ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync("Trijntje Smit");
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("U antwoordt als gemeente Zwolle via WhatsApp, nog 23 u");

        await page.GetByRole(AriaRole.Button, new() { Name = "Standaardantwoorden" }).ClickAsync();
        await UseCompleteAnswer(page);
        await page.Picture("antwoord");
        await page.GetByRole(AriaRole.Button, new() { Name = "Versturen", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".webcare-state").Last).ToContainTextAsync("Afgeleverd");
        await Assertions.Expect(page.Locator(".webcare-bubble--ours").Last).ToContainTextAsync("Gemeente Zwolle, Samira el Amrani");
        await page.ShouldBeClean("afgeleverd");
    }

    [Fact]
    public async Task The_same_works_by_keyboard_alone()
    {
        var page = await hub.Visitor();
        await page.GotoAsync("/aanmelden");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Hidde Postma" }));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#lijst").WaitForAsync();
        await hub.Residents.Say(Harlingen, "31612340002", "Hoe vraag ik een parkeervergunning aan?", "Douwe Haven");
        await Assertions.Expect(page.GetByText("Douwe Haven")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("v");
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToHaveTextAsync("Douwe Haven");
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await ChooseCompleteAnswer(page, "parkeer");
        var answer = (await page.Locator("#tekst").InputValueAsync()).Trim();
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator(".webcare-bubble--ours").Last).ToContainTextAsync(answer.Split('\n')[0]);
        await Assertions.Expect(page.Locator(".webcare-state").Last).ToContainTextAsync("Afgeleverd");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#tekst")).ToHaveValueAsync("");
        (await hub.Residents.Received(Harlingen, "31612340002")).ShouldContain(message => message.Text!.StartsWith(answer));
    }

    [Fact]
    public async Task The_list_of_answers_closes_with_escape_gives_the_focus_back_and_what_it_lacks_is_learned()
    {
        var page = await hub.SignedIn("Wybe Talsma");
        await hub.Residents.Say(Schiermonnikoog, "31612340004", "Waar kan ik mijn fiets parkeren?", "Ytsje Fiets");
        await page.GetByText("Ytsje Fiets").ClickAsync();
        await page.Locator("#tekst").PressAsync("/");
        await Assertions.Expect(page.Locator("#antwoord-zoeken")).ToBeFocusedAsync();
        await page.ShouldBeClean("standaardantwoorden");
        await page.Locator("#antwoord-zoeken").FillAsync("vliegerverhuur");
        await Assertions.Expect(page.Locator(".webcare-picker__option")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await Eventually.Async(
            async () =>
            {
                await page.GotoAsync("/overzicht/vergeefs-gezocht");
                return await page.GetByRole(AriaRole.Cell, new() { Name = "vliegerverhuur", Exact = true }).CountAsync();
            },
            listed => listed == 1,
            "the search is counted",
            30
        );
        await page.ShouldBeClean("overzicht-vergeefs-gezocht");
    }

    [Fact]
    public async Task A_bsn_in_an_answer_is_shown_before_it_leaves()
    {
        var page = await hub.SignedIn("Sietske Visser");
        await hub.Residents.Say(Schiermonnikoog, "31612340003", "Kunt u mijn aanvraag opzoeken?", "Aafke Duin");
        await page.GetByText("Aafke Duin").ClickAsync();
        await page.Locator("#tekst").FillAsync("Bedoelt u de aanvraag bij nummer 111222333?");
        await page.Locator("#tekst").PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("#weigering")).ToContainTextAsync("Er staan persoonsgegevens in uw antwoord");
        await page.ShouldBeClean("persoonsgegevens");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tekst aanpassen" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tekst")).ToHaveValueAsync("Bedoelt u de aanvraag bij nummer 111222333?");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#tekst")).ToHaveValueAsync("Bedoelt u de aanvraag bij nummer 111222333?");
    }

    private static async Task UseCompleteAnswer(IPage page)
    {
        await Assertions.Expect(page.Locator("#antwoord-zoeken")).ToBeFocusedAsync();
        await page.Locator(".webcare-picker__option")
            .Filter(new() { HasNot = page.Locator(".webcare-picker__missing") })
            .First.ClickAsync();
        await Assertions.Expect(page.Locator("#tekst")).Not.ToHaveValueAsync("");
    }

    // The list of options follows what is typed; an answer with open slots cannot be sent as it is, so further down is better.
    private static async Task ChooseCompleteAnswer(IPage page, string words)
    {
        await Assertions.Expect(page.Locator("#antwoord-zoeken")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(words);
        var selected = page.Locator("[role=option][aria-selected=true]");
        await Assertions.Expect(selected).ToContainTextAsync(new Regex(words, RegexOptions.IgnoreCase));
        for (var place = 1; await selected.Locator(".webcare-picker__missing").CountAsync() > 0; place++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.Locator($"#antwoord-{place}")).ToHaveAttributeAsync("aria-selected", "true");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#tekst")).Not.ToHaveValueAsync("");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Schiermonnikoog = "100000088";
    private const string Harlingen = "100000072";
    private const string Zwolle = "100000193";
}
