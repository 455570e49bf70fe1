using WebcareHub.BrowserTests.Harness;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.BrowserTests;

/// <summary>A comment that everybody reads: who will read the answer is said before it is sent, and it can go on in private.</summary>
public sealed class PublicTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task A_colleague_answers_a_comment_in_public_and_goes_on_in_private_by_keyboard()
    {
        PlatformPerson person = new(["fb:7001", "psid:7001"], "Ytsje Openbaar");
        await hub.Arrives(Channel.Messenger, Written(person, "Ik stuurde u vanmorgen ook al iets.", null));
        await hub.Arrives(Channel.Facebook, Written(person, "De lantaarn in mijn straat is stuk", "post-7001"));
        var page = await hub.SignedIn("Sietske Visser");
        await page.GetByText("De lantaarn in mijn straat is stuk").ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-conversation-head__facts")).ToContainTextAsync("Facebook");
        await Assertions.Expect(page.Locator(".webcare-conversation-head__facts")).ToContainTextAsync("Openbaar");
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("Iedereen kan dit antwoord lezen");
        await Assertions
            .Expect(page.Locator("#draad").GetByRole(AriaRole.Link, new() { Name = "Ook privé via Messenger" }))
            .ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("openbaar");

        await AnswersInPublic(page);
        await GoesOnInPrivate(page);
        await page.Locator("#draad").GetByRole(AriaRole.Link, new() { Name = "Privé vervolgd via Messenger" }).ClickAsync();
        await Assertions.Expect(page.Locator("#draad")).ToContainTextAsync("Vervolg van een openbaar gesprek op Facebook.");
    }

    private static async Task AnswersInPublic(IPage page)
    {
        await page.Locator("#tekst").FillAsync("Dank u, wij geven het door.");
        await page.Locator("#tekst").PressAsync("Control+Enter");
        var answer = page.Locator(".webcare-bubble--ours").Filter(new() { HasText = "Dank u" });
        await Assertions.Expect(answer).ToContainTextAsync("Openbaar");
    }

    private static async Task GoesOnInPrivate(IPage page)
    {
        var move = page.GetByRole(AriaRole.Button, new() { Name = "Naar privé" });
        await move.FocusAsync();
        await move.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("Alleen de inwoner kan dit antwoord lezen");
        await page.Keyboard.TypeAsync("In welke straat woont u?");
        await page.ShouldBeCleanWideAndNarrow("naar-prive");
        await page.Locator("#tekst").PressAsync("Control+Enter");
        var aside = page.Locator(".webcare-bubble--ours").Filter(new() { HasText = "In welke straat" });
        await Assertions.Expect(aside).ToContainTextAsync("Privé");
        await Assertions.Expect(page.Locator("#draad")).ToContainTextAsync("Sietske Visser gaat privé verder met de inwoner.");
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("Iedereen kan dit antwoord lezen");
        await page.ShouldBeCleanWideAndNarrow("prive-vervolgd");
    }

    [Fact]
    public async Task A_comment_that_should_not_stand_there_is_hidden_and_a_citizen_service_number_is_warned_of()
    {
        await hub.Arrives(
            Channel.Facebook,
            Written(new(["fb:7002"], "Doutzen Getal"), "Mijn BSN is 111222333, wanneer is mijn paspoort klaar?", "post-7002")
        );
        var page = await hub.SignedIn("Fenna Dijkstra");
        await page.GetByText("Mijn BSN is").ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-bubble__warning")).ToContainTextAsync("burgerservicenummer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verbergen: Mijn BSN" }).ClickAsync();
        await Assertions.Expect(page.Locator("#draad")).ToContainTextAsync("Fenna Dijkstra verbergt een bericht.");

        await page.Locator("#tekst").FillAsync("Uw nummer 111222333 klopt");
        await page.Locator("#tekst").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#weigering")).ToContainTextAsync("Dat is een datalek");
        await page.ShouldBeCleanWideAndNarrow("openbaar-bsn");
    }

    [Fact]
    public async Task Two_residents_who_may_be_one_are_linked_on_the_evidence_and_forgetting_one_asks_about_the_other()
    {
        await hub.Residents.Say("100000088", "31612347003", "Wanneer komt de oud papier wagen?", "Sjoukje Zelfde");
        await hub.Arrives(
            Channel.Facebook,
            Written(new(["fb:7003"], "Sj. Zelfde"), "Belt u mij op 06-12347003? Ik heb een vraag over afval", "post-7003")
        );
        var page = await hub.SignedIn("Fenna Dijkstra");
        await page.GetByText("Belt u mij op").ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();
        await EvidenceIsShown(page);
        await page.ShouldBeClean("mogelijk-dezelfde");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sjoukje Zelfde is niet dezelfde inwoner" }).ClickAsync();
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Sjoukje Zelfde weer voorstellen" });
        await Assertions.Expect(again).ToBeVisibleAsync();
        await page.ShouldBeClean("niet-dezelfde");
        await again.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Koppelen met Sjoukje Zelfde" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("#draad").GetByRole(AriaRole.Link, new() { Name = "Ook privé via WhatsApp" }))
            .ToBeVisibleAsync();
        await page.ShouldBeClean("gekoppeld");

        await page.GetByRole(AriaRole.Button, new() { Name = "Gegevens wissen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Deze inwoner is gekoppeld aan Sjoukje Zelfde")).ToBeVisibleAsync();
        await page.ShouldBeCleanWideAndNarrow("wissen-gekoppeld");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ontkoppelen van Sjoukje Zelfde" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Koppelen met Sjoukje Zelfde" })).ToBeVisibleAsync();
    }

    private static async Task EvidenceIsShown(IPage page)
    {
        var evidence = page.GetByText("Het telefoonnummer dat de een noemt");
        // What is mentioned is known a moment after the message.
        await Eventually.Async(
            async () =>
            {
                await page.ReloadAsync();
                await page.GetByRole(AriaRole.Tab, new() { Name = "Inwoner" }).ClickAsync();
                await page.GetByText("Eerdere gesprekken").WaitForAsync();
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                return await evidence.CountAsync();
            },
            count => count > 0,
            "the evidence is shown",
            60
        );
    }

    [Fact]
    public async Task An_administrator_sees_how_each_channel_does_and_confirms_before_stopping_one()
    {
        var page = await hub.SignedIn("Fenna Dijkstra");
        await page.GotoAsync("/beheer/kanalen");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "100000088" });
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { Name = "Ja, stoppen" })).ToBeVisibleAsync();
        await Assertions.Expect(row).ToContainTextAsync("De gesprekken blijven te lezen");
        await page.ShouldBeCleanWideAndNarrow("kanaal-stoppen");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private static InboundMessage Written(PlatformPerson person, string text, string? post) =>
        new(
            Guid.NewGuid().ToString(),
            person,
            post is null ? Visibility.Private : Visibility.Public,
            MessageKind.Text,
            text,
            DateTimeOffset.UtcNow,
            ThreadId: post,
            ReplyTo: post
        );
}
