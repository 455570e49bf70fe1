using System.Text.RegularExpressions;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>The chat on a municipality's home page, in a foreign page with a strict policy, as a visitor and a colleague use it.</summary>
public sealed class ChatTests(HubWithBrowser hub) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task A_visitor_and_a_colleague_talk_through_a_reload_a_cut_line_and_two_tabs()
    {
        var page = await OnWebsite("schiermonnikoog");
        await page.ShouldBeClean("chat-op-de-website");
        await Begin(page, "Mag mijn auto mee op de boot naar het eiland?");
        await page.ShouldBeClean("chat-gesprek");
        var desk = await hub.SignedIn("Sietske Visser");
        await desk.GetByText("Mag mijn auto mee op de boot").First.ClickAsync();
        await Answer(desk, "Nee, het eiland is autoluw. U parkeert in Lauwersoog.");
        await Said(page, "Nee, het eiland is autoluw. U parkeert in Lauwersoog.");
        await Assertions.Expect(desk.Locator(".webcare-state").Last).ToContainTextAsync("Gezien in de chat");

        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync(page.Url);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Chat met ons" }).ClickAsync();
        await Said(tab, "Nee, het eiland is autoluw. U parkeert in Lauwersoog.");
        await Attach(tab, "Hier is mijn bewijs.");
        await Said(page, "Hier is mijn bewijs.");
        await Assertions.Expect(desk.GetByText("bewijs.txt").First).ToBeVisibleAsync();

        await Cut(page, desk);
        await page.ReloadAsync();
        await EverythingOnce(page, tab);
        await Finish(desk);
        await Assertions.Expect(page.GetByText("Gemeente Schiermonnikoog heeft dit gesprek afgerond.")).ToBeVisibleAsync();
        await Asked(page);
        _complaints.ShouldBeEmpty();
    }

    private async Task Asked(IPage page)
    {
        await hub.AskInChats();
        await page.ReloadAsync();
        var give = page.GetByRole(AriaRole.Button, new() { Name = "Geef een cijfer" });
        await Assertions.Expect(page.Locator(".rested")).ToContainTextAsync("Hoe vond u dit gesprek?");
        await page.ShouldBeClean("chat-na-herladen");
        await give.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "8", Exact = true }).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Oordeel versturen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Dank u wel. U kunt dit venster sluiten")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terug naar het gesprek" }).ClickAsync();
        await Assertions.Expect(give).ToBeHiddenAsync();
    }

    private static async Task Finish(IPage desk)
    {
        await desk.GetByRole(AriaRole.Button, new() { Name = "Afhandelen", Exact = true }).ClickAsync();
        await desk.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Afhandelen", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Het gesprek is afgehandeld.").First).ToBeVisibleAsync();
    }

    private static async Task EverythingOnce(params IPage[] pages)
    {
        foreach (var one in pages)
        {
            foreach (
                var text in new[] { "Mag mijn auto mee", "Hier is mijn bewijs.", "Geschreven zonder lijn.", "Geantwoord zonder lijn." }
            )
            {
                await Said(one, text);
            }
        }
    }

    [Fact]
    public async Task By_keyboard_alone_on_a_small_telephone_in_the_dark_a_visitor_asks_and_rates()
    {
        var page = await OnWebsite("schiermonnikoog", 320, 640);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.RouteAsync(new Regex("/channels/chat/schiermonnikoog$"), Closed);
        var launcher = page.GetByRole(AriaRole.Button, new() { Name = "Chat met ons" });
        await Tab(page, launcher);
        await page.ShouldBeClean("chat-knop-telefoon");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Uw bericht")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("We zijn nu gesloten. We zijn er weer maandag")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("Wanneer is de kermis?");
        await Tab(page, page.GetByLabel("E-mail of telefoon"));
        await page.Keyboard.TypeAsync("douwe@voorbeeld.nl");
        await page.ShouldBeClean("chat-gesloten");
        await Tab(page, page.GetByRole(AriaRole.Button, new() { Name = "Versturen" }));
        await page.Keyboard.PressAsync("Enter");
        await Said(page, "Bereikbaar via: douwe@voorbeeld.nl");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320")).ShouldBeTrue();

        await Rate(page);
        await Assertions.Expect(launcher).ToBeFocusedAsync();
        _complaints.ShouldBeEmpty();
    }

    private static async Task Rate(IPage page)
    {
        await Tab(page, page.GetByRole(AriaRole.Button, new() { Name = "Afronden" }));
        await page.Keyboard.PressAsync("Enter");
        await Tab(page, page.GetByRole(AriaRole.Radio, new() { Name = "1", Exact = true }));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.ShouldBeClean("chat-oordeel");
        await Tab(page, page.GetByRole(AriaRole.Button, new() { Name = "Oordeel versturen" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Dank u wel. U kunt dit venster sluiten")).ToBeVisibleAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Gesprek bewaren" }).PressAsync("Enter")
        );
        (await File.ReadAllTextAsync(await saved.PathAsync())).ShouldContain("Wanneer is de kermis?");
        await page.Keyboard.PressAsync("Escape");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    private async Task<IPage> OnWebsite(string site, int width = 1280, int height = 800)
    {
        var page = await hub.Visitor(width, height);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        await page.GotoAsync(await hub.Website(site));
        return page;
    }

    private static async Task Begin(IPage page, string text)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Chat met ons" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Chat met gemeente Schiermonnikoog" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Said(page, text);
        await Assertions.Expect(page.GetByText("Verstuurd", new() { Exact = true }).Last).ToBeVisibleAsync();
    }

    private static async Task Attach(IPage page, string text)
    {
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "bewijs.txt",
                    MimeType = "text/plain",
                    Buffer = "Bewijs van bewoning"u8.ToArray(),
                }
            );
        await page.GetByLabel("Uw bericht").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Versturen" }).ClickAsync();
        var save = page.GetByRole(AriaRole.Button, new() { Name = "bewijs.txt opslaan" });
        await Assertions.Expect(save).ToBeVisibleAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        (await File.ReadAllTextAsync(await saved.PathAsync())).ShouldBe("Bewijs van bewoning");
    }

    // Both write while the visitor has no line; then it is there again.
    private static async Task Cut(IPage page, IPage desk)
    {
        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.GetByText("Geen verbinding.")).ToBeVisibleAsync();
        await page.GetByLabel("Uw bericht").FillAsync("Geschreven zonder lijn.");
        await page.GetByLabel("Uw bericht").PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Wordt verstuurd", new() { Exact = true })).ToBeVisibleAsync();
        await Answer(desk, "Geantwoord zonder lijn.");
        await Task.Delay(Scale.LineAway);
        await page.ShouldBeClean("chat-zonder-lijn");
        await page.Context.SetOfflineAsync(false);
        await Said(page, "Geantwoord zonder lijn.");
        await Assertions.Expect(desk.GetByText("Geschreven zonder lijn.").First).ToBeVisibleAsync();
    }

    private static async Task Answer(IPage desk, string text)
    {
        await desk.Locator("#tekst").FillAsync(text);
        await desk.Locator("#tekst").PressAsync("Control+Enter");
        await Assertions.Expect(desk.Locator(".webcare-bubble--ours").Filter(new() { HasText = text })).ToBeVisibleAsync();
    }

    // Once, and not twice.
    private static Task Said(IPage page, string text) =>
        Assertions.Expect(page.Locator("webcare-chat .words").Filter(new() { HasText = text })).ToHaveCountAsync(1);

    private static async Task Tab(IPage page, ILocator target)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab does not reach {target}.");
    }

    private static async Task Closed(IRoute route)
    {
        var answer = await route.FetchAsync();
        var info = System.Text.Json.Nodes.JsonNode.Parse(await answer.TextAsync())!.AsObject();
        (info["open"], info["opensAt"]) = (false, "2040-01-02T08:00:00+00:00");
        await route.FulfillAsync(new() { Response = answer, Body = info.ToJsonString() });
    }
}
