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

        await page.Locator("#tekst").FillAsync("Dank u, wij geven het door.");
        await page.Locator("#tekst").PressAsync("Control+Enter");
        var answer = page.Locator(".webcare-bubble--ours").Filter(new() { HasText = "Dank u" });
        await Assertions.Expect(answer).ToContainTextAsync("Openbaar");

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
        await page.ShouldBeCleanWideAndNarrow("privé-vervolgd");
        await page.Locator("#draad").GetByRole(AriaRole.Link, new() { Name = "Privé vervolgd via Messenger" }).ClickAsync();
        await Assertions.Expect(page.Locator("#draad")).ToContainTextAsync("Vervolg van een openbaar gesprek op Facebook.");
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
