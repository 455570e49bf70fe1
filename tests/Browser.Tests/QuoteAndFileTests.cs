using System.Text;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>An answer that quotes a message and brings a file, through the real services to the resident's phone.</summary>
public sealed class QuoteAndFileTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task A_colleague_quotes_a_message_and_sends_a_picture_and_a_document_by_keyboard()
    {
        var asked = await hub.Residents.Say(Number, Phone, "Mag ik hier bouwen?", "Tjitske Terp");
        var page = await hub.SignedIn("Sietske Visser");
        await page.GetByText("Tjitske Terp").ClickAsync();
        await Assertions.Expect(page.Locator("#gesprek-titel")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Group, new() { Name = "U citeert dit bericht" }))
            .ToContainTextAsync("Mag ik hier bouwen?");
        await page.Keyboard.TypeAsync("Ja, kijk op de kaart.");
        var attach = page.GetByLabel("Bestand toevoegen");
        await page.TabTo(attach);
        await attach.SetInputFilesAsync([Picture, Document]);
        var files = page.GetByRole(AriaRole.List, new() { Name = "Bestanden die meegaan" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(files).ToHaveCountAsync(2);
        await page.ShouldBeClean("citaat-en-bestanden");
        await page.Locator("#tekst").PressAsync("Control+Enter");

        var answer = page.Locator(".webcare-bubble--ours").Filter(new() { HasText = "Ja, kijk op de kaart." });
        await Assertions.Expect(answer.Locator(".webcare-state")).ToContainTextAsync("Afgeleverd");
        await Assertions.Expect(answer.Locator(".webcare-quote")).ToContainTextAsync("Mag ik hier bouwen?");
        await Assertions.Expect(answer.GetByRole(AriaRole.Img, new() { Name = "Foto: kaart.png" })).ToBeVisibleAsync();
        await Assertions.Expect(answer.GetByRole(AriaRole.Link, new() { Name = "regels.pdf" })).ToBeVisibleAsync();
        await Assertions.Expect(files).ToHaveCountAsync(0);
        await page.ShouldBeClean("citaat-en-bestanden-verstuurd");

        await ItReachedThePhone(asked);
    }

    private async Task ItReachedThePhone(string asked)
    {
        var got = await hub.Residents.Received(Number, Phone);
        got.ShouldContain(message => message.QuotedId == asked && message.Text!.StartsWith("Ja, kijk op de kaart."));
        got.Select(message => message.Type).ShouldContain("image");
        got.Select(message => message.Type).ShouldContain("document");
    }

    [Fact]
    public async Task A_quote_and_a_file_can_be_taken_away_and_a_file_that_is_none_is_refused_in_words()
    {
        await hub.Residents.Say(Number, "31612340302", "Hallo daar", "Hylke Hoek");
        var page = await hub.SignedIn("Fenna Dijkstra", 390, 844);
        await page.GetByText("Hylke Hoek").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Citeren: Hallo daar" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Niet citeren" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "U citeert dit bericht" })).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#tekst")).ToBeFocusedAsync();

        var attach = page.GetByLabel("Bestand toevoegen");
        await attach.SetInputFilesAsync([Picture]);
        await Assertions.Expect(page.Locator(".webcare-files__file")).ToHaveCountAsync(1);
        await page.ShouldBeClean("bestand-erbij");
        await page.GetByRole(AriaRole.Button, new() { Name = "kaart.png niet meesturen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-files__file")).ToHaveCountAsync(0);
        await attach.SetInputFilesAsync([Program]);
        await Assertions.Expect(page.Locator(".webcare-toast__text")).ToContainTextAsync("bestand");
        await Assertions.Expect(page.Locator(".webcare-files__file")).ToHaveCountAsync(0);
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private const string Number = "100000088";
    private const string Phone = "31612340301";

    private static readonly FilePayload Picture = new()
    {
        Name = "kaart.png",
        MimeType = "image/png",
        // One pixel.
        Buffer = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ),
    };

    private static readonly FilePayload Document = new()
    {
        Name = "regels.pdf",
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n"),
    };

    private static readonly FilePayload Program = new()
    {
        Name = "rekenmodel.exe",
        MimeType = "application/octet-stream",
        Buffer = [0x4D, 0x5A, 0x00, 0x01, 0x02, 0x03],
    };
}
