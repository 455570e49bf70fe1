using System.Text.RegularExpressions;
using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>The blueprint as a municipality meets it: joining with nothing set, choosing by keyboard, and pages everybody can use.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BlueprintTests(HubWithBrowser hub) : IAsyncDisposable
{
    [Fact]
    public async Task A_municipality_that_never_configured_anything_joins_and_answers()
    {
        var page = await hub.SignedIn("Aukje Daalder");
        await Join(page);
        await page.GotoAsync("/blauwdruk/plan");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Webcareplan gemeente Texel");
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-plan");

        await page.GotoAsync("/werkvoorraad");
        await page.Locator("#lijst").WaitForAsync();
        await hub.Residents.Say(Texel, "31612340448", "Goedemorgen, wanneer wordt de grijze container geleegd?", "Maartje Koog");
        await page.GetByText("Maartje Koog").ClickAsync();
        await Assertions.Expect(page.Locator("#afzender")).ToContainTextAsync("U antwoordt als gemeente Texel via WhatsApp");
        await page.Locator("#tekst").FillAsync("De grijze container wordt op dinsdag geleegd.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Versturen", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".webcare-bubble--ours").Last).ToContainTextAsync("Gemeente Texel, Aukje Daalder");
        await Assertions.Expect(page.Locator(".webcare-state").Last).ToContainTextAsync("Afgeleverd");
    }

    [Fact]
    public async Task What_is_offered_is_adopted_and_put_off_by_keyboard_alone()
    {
        var page = await hub.SignedIn("Douwe Zijlstra");
        await hub.Chooses("GM0072", "douwe", new { Choice = "unfollow", Theme = "webcare" });
        await hub.Publishes("answers/99-proef.yaml", NewAnswers);

        await Offered(page, "Proef: een eerste antwoord");
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aanbod");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Overnemen: Proef: een eerste antwoord" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Proef: een eerste antwoord");

        await page.TabTo(page.Locator("summary", new() { HasText = "Uitstellen" }).First);
        await page.Keyboard.PressAsync("Enter");
        await page.TabTo(page.GetByLabel("Waarom").First);
        await page.Keyboard.TypeAsync("Wij wachten op de nieuwe wagens.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Uitgesteld, want: Wij wachten op de nieuwe wagens.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_is_edited_beside_what_it_would_do_and_nothing_typed_is_lost()
    {
        var page = await hub.SignedIn("Tjitske Teensma");
        foreach (var (path, shows) in Pages)
        {
            await page.GotoAsync("/blauwdruk" + path);
            await page.GetByText(shows).First.WaitForAsync();
            await page.ShouldBeCleanWideAndNarrow("blauwdruk" + path.Split('?')[0].Replace('/', '-'));
        }

        await TakeOver(page);
        await page.GotoAsync("/blauwdruk/antwoorden/parkeren-waar/aanpassen");
        await page.Locator("#veld-text").FillAsync("Gasten laten hun auto in Lauwersoog. Bel {telefoonn}.");
        await Assertions.Expect(page.GetByText(new Regex("layer.yaml, regel \\d+"))).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#veld-text")).ToHaveValueAsync(new Regex("telefoonn"));
        await page.Locator("#veld-text").FillAsync("Gasten laten hun auto in Lauwersoog.");
        await Assertions.Expect(page.GetByText("Fout:")).ToHaveCountAsync(0);

        await page.GetByLabel("Bericht van een inwoner").FillAsync("Waar kan ik parkeren?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Proberen" }).ClickAsync();
        await Assertions
            .Expect(page.Locator(".webcare-try__differences"))
            .ToContainTextAsync("Het voorgestelde antwoord krijgt een andere tekst.");
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aanpassen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Concept weggooien" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Waar kunt u parkeren?");
    }

    public ValueTask DisposeAsync() => hub.LeaveAsync();

    // Another municipality's own entry; whose it is stays with it.
    private async Task TakeOver(IPage page)
    {
        await hub.Chooses("GM0193", "demo-ilse", new { Choice = "share", What = "entries" });
        await page.GotoAsync("/blauwdruk/gedeeld?woorden=evenement");
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Overnemen: Rond grote evenementen" }));
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-gedeeld");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Overgenomen van gemeente Zwolle");
        await page.GetByRole(AriaRole.Link, new() { Name = "Dit hebt u al: Rond grote evenementen" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#laag-GM0088").Locator("..")).ToContainTextAsync("Overgenomen van gemeente Zwolle");
    }

    // Choosing the municipality is enough: everything else is left as it stands.
    private static async Task Join(IPage page)
    {
        await page.GotoAsync("/blauwdruk/aansluiten");
        await Assertions.Expect(page.GetByLabel("Gemeente", new() { Exact = true })).ToHaveValueAsync("GM0448");
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aansluiten-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await page.GetByLabel("Met u", new() { Exact = true }).WaitForAsync();
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aansluiten-2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gemeente aansluiten" }).WaitForAsync();
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aansluiten-3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gemeente aansluiten" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Texel is aangesloten.");
        await page.ShouldBeCleanWideAndNarrow("blauwdruk-aangesloten");
    }

    // A release is in force within seconds, not at once.
    private static Task<int> Offered(IPage page, string title) =>
        Eventually.Async(
            async () =>
            {
                await page.GotoAsync("/blauwdruk/aanbod");
                await page.Locator("#aantal").WaitForAsync();
                return await page.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync();
            },
            count => count > 0,
            $"“{title}” is offered",
            60
        );

    private const string NewAnswers = """
        defaults:
          owner: Landelijk blauwdrukteam
          reviewOn: 2027-06-01
          theme: webcare
        answers:
          - id: proef-een
            title: "Proef: een eerste antwoord"
            topics: [vrije-tijd.sport]
            text: Dit is een proef.
          - id: proef-twee
            title: "Proef: een tweede antwoord"
            topics: [vrije-tijd.sport]
            text: Dit is nog een proef.
        """;

    private static readonly (string Path, string Shows)[] Pages =
    [
        ("", "Inwoners helpen: wie een vraag oppakt"),
        ("?woorden=parkeren", "Waar kunt u parkeren?"),
        ("/antwoorden/parkeren-waar", "Weer de blauwdruk volgen"),
        ("/afwijkingen", "Grofvuil laten ophalen"),
        ("/toevoegen", "Eigen afspraak toevoegen"),
        ("/versies", "Landelijk, versie 1"),
        ("/ideeen/succesformules", "Herkend"),
        ("/ideeen/nieuw", "Voor wie is dit idee"),
        ("/onderhoud?tot=2027-05-31", "Klopt nog"),
    ];

    private const string Texel = "100000448";
}
