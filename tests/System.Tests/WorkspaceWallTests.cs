using System.Collections.Concurrent;
using System.Net;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests;

/// <summary>
/// Every route of the workspace itself, as the application lists them: as its own process and in the Hub. A new route is tried from the day it
/// is mapped; one that is open to everybody is named here.
/// </summary>
[Collection(nameof(Walls))]
public sealed class WorkspaceWallTests(WalledHub walled, ITestOutputHelper output)
{
    private static readonly string[] People = ["demo-wybe", "demo-jeltje"];

    // Open to everybody: they show nothing of anybody, are there for residents, or begin a sign-in that proves itself.
    private static readonly string[] Open =
    [
        "/aanmelden",
        "/aanmelden/demo",
        "/aanmelden/organisatie",
        "/toegankelijkheid",
        "/open-data",
        "/crisis/{gemeente}",
        "/{**path:file}",
    ];

    private readonly HubUnderTest hub = walled.Hub;

    [Fact]
    public async Task No_page_file_or_screen_is_open_without_a_session()
    {
        (string What, string? Cookie, string? Token)[] bad =
        [
            ("nothing", null, null),
            ("a made-up session", "CfDJ8JZ0bWFkZSB1cA", null),
            ("a session that was ended", await EndedSession(), null),
            ("a session of another process", await SessionAsync(new Uri(hub.OneProcess.Address, "/"), "demo-samira"), null),
            ("a token of the right municipality", null, hub.Token("GM0193", "agent-1", WalledHub.EveryRole)),
        ];
        var open = new List<string>();
        foreach (var route in walled.Routes.Where(route => !Open.Contains(route.Pattern)))
        foreach (var (what, cookie, token) in bad)
        {
            using var answer = await route.Call(hub.Workspace.Address, walled.File.ToString(), cookie, token);
            if (!AsksToSignIn(answer))
                open.Add($"{route} with {what}: {(int)answer.StatusCode}");
        }

        output.WriteLine($"{walled.Routes.Count} routes, {bad.Length} ways in each.");
        open.ShouldBeEmpty();
        Open.Except(walled.Routes.Select(route => route.Pattern)).ShouldBeEmpty();
        walled.Routes.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Nothing_of_another_municipality_is_on_a_page_or_behind_an_address()
    {
        var leaks = new ConcurrentBag<string>();
        // In one process the same pages stand behind the same wall: one person and one id find out whether it stands.
        foreach (
            var (address, people, most) in new[] { (hub.Workspace.Address, People, int.MaxValue), (hub.OneProcess.Address, People[..1], 1) }
        )
        foreach (var person in people)
        {
            var session = await SessionAsync(address, person);
            var tries =
                from route in walled.Routes
                where route.Pattern != "/afmelden" && !route.Pattern.StartsWith("/_", StringComparison.Ordinal)
                from id in route.NamesOne ? walled.IdsFor(route.Pattern).Take(most) : [""]
                select (route, id);
            await Parallel.ForEachAsync(
                tries,
                WalledHub.AtOnce,
                async (one, _) => await TryAsync(one.route, address, one.id, session, leak => leaks.Add($"{person} {leak}"))
            );
        }
        leaks.ShouldBeEmpty();
    }

    private async Task TryAsync(OwnRoute route, Uri address, string id, string session, Action<string> leaks)
    {
        using var answer = await route.Call(address, id, session);
        var text = await answer.Content.ReadAsStringAsync();
        if (route.NamesOne && !route.IsPage && !Open.Contains(route.Pattern) && answer.StatusCode is not HttpStatusCode.NotFound)
            leaks($"{route} for {id}: {(int)answer.StatusCode}");
        if (
            text.Contains(WalledHub.Secret, StringComparison.OrdinalIgnoreCase)
            || walled.Ids.Any(known => known != id && text.Contains(known))
        )
            leaks($"{route} shows what is Zwolle's.");
    }

    [Fact]
    public async Task What_is_one_s_own_is_there()
    {
        foreach (var address in new[] { hub.Workspace.Address, hub.OneProcess.Address })
        {
            using Visitor own = new(address);
            await own.SignIn("demo-samira");
            using var picture = await own.Get($"/bestanden/{walled.File}");
            (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "image/jpeg"));
            using var page = await own.Get($"/werkvoorraad/{walled.Conversation}");
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Or a page that is broken would seem well guarded.</summary>
    [Fact]
    public async Task An_administrator_sees_what_is_the_municipality_s_own_and_another_s_administrator_a_page_without_it()
    {
        var own = new Dictionary<string, string>
        {
            ["/beheer/kanalen"] = "100000193",
            ["/beheer/mislukt"] = walled.DeadLetter.ToString(),
            ["/beheer/ontvangen"] = "100000193",
            ["/beheer/verwerkingslog"] = $"/werkvoorraad/{walled.Conversation}",
        };
        walled
            .Routes.Select(route => route.Pattern)
            .Where(pattern => pattern.StartsWith("/beheer/", StringComparison.Ordinal))
            .Distinct()
            .Order()
            .ShouldBe(own.Keys);
        foreach (var address in new[] { hub.Workspace.Address, hub.OneProcess.Address })
        {
            using Visitor zwolle = new(address);
            await zwolle.SignIn("demo-joris");
            using Visitor harlingen = new(address);
            await harlingen.SignIn("demo-jeltje");
            foreach (var (path, sign) in own)
            {
                (await PageAsync(zwolle, path)).ShouldContain(sign, customMessage: path);
                (await PageAsync(harlingen, path)).ShouldNotContain(sign, customMessage: path);
            }
        }
    }

    // What stands on each page of the blueprint for an editor in Zwolle, and whether it is Zwolle's alone.
    private IReadOnlyDictionary<string, (string Path, string Sign, bool Own)> OnBlueprintPages =>
        new Dictionary<string, (string, string, bool)>
        {
            ["/blauwdruk"] = ("?woorden=melkmarkt", "Binnenstad, winkels en uitgaan", true),
            ["/blauwdruk/aanbod"] = ("", "Uw gemeente volgt de blauwdruk", false),
            ["/blauwdruk/aansluiten"] = ("", "Zwolle", false),
            ["/blauwdruk/afwijkingen"] = ("", "Een aparte regel voor haast maakt geen verschil", true),
            ["/blauwdruk/backtest"] = ("", $"/blauwdruk/backtest/{walled.Backtest}", true),
            ["/blauwdruk/backtest/{Id:guid}"] = ($"/blauwdruk/backtest/{walled.Backtest}", WalledHub.Secret, true),
            ["/blauwdruk/gedeeld"] = ("", "Uw eigen afspraken delen", false),
            ["/blauwdruk/ideeen"] = ("", $"{WalledHub.Secret} in de tuin", true),
            ["/blauwdruk/ideeen/nieuw"] = ("", "GM0193", true),
            ["/blauwdruk/ideeen/succesformules"] = ("", "Herkend", false),
            ["/blauwdruk/ideeen/{Id:guid}"] = ($"/blauwdruk/ideeen/{walled.Idea}", $"met een {WalledHub.Secret} doet", true),
            ["/blauwdruk/onderhoud"] = ("?tot=2027-05-31", "Fiets stallen bij het station", true),
            ["/blauwdruk/onderhoud/bevindingen"] = ("", "Onderwerpen die een jaar lang niemand noemde", false),
            ["/blauwdruk/onderhoud/zonder-antwoord"] = ("", "Uw gemeente", false),
            ["/blauwdruk/plan"] = ("", "Webcareplan gemeente Zwolle", true),
            ["/blauwdruk/toevoegen"] = ("", "Eigen afspraak toevoegen", false),
            ["/blauwdruk/versies"] = ("?laag=GM0193", "/blauwdruk/versies/GM0193/1", true),
            ["/blauwdruk/versies/{Layer}/{Number:int}"] = ("/blauwdruk/versies/GM0193/1", "Binnenstad, winkels en uitgaan", true),
            ["/blauwdruk/voorstellen"] = ("", $"Ook de {WalledHub.Secret}", true),
            ["/blauwdruk/voorstellen/nieuw"] = ("?laag=GM0193", "Gemeente Zwolle", false),
            ["/blauwdruk/voorstellen/{Id:guid}"] = ($"/blauwdruk/voorstellen/{walled.Proposal}", "komt vaker voor", true),
            ["/blauwdruk/{Section}/{Id}"] = ("/blauwdruk/antwoorden/zwolle-binnenstad", "Vragen over de binnenstad", true),
            // Its text comes over the line of the screen.
            ["/blauwdruk/{Section}/{Id}/aanpassen"] = ("/blauwdruk/antwoorden/zwolle-binnenstad/aanpassen", "Ilse Wolters", false),
        };

    [Fact]
    public async Task An_editor_sees_what_the_blueprint_has_of_the_own_municipality_and_another_s_editor_does_not()
    {
        var pages = OnBlueprintPages;
        walled
            .Routes.Select(route => route.Pattern)
            .Where(pattern => pattern.StartsWith("/blauwdruk", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(pages.Keys.Order(StringComparer.Ordinal));
        using Visitor zwolle = new(hub.OneProcess.Address);
        await zwolle.SignIn("demo-ilse");
        using Visitor harlingen = new(hub.OneProcess.Address);
        await harlingen.SignIn("demo-douwe");
        foreach (var (pattern, (path, sign, own)) in pages)
        {
            var address = path.StartsWith('/') ? path : pattern + path;
            (await PageAsync(zwolle, address)).ShouldContain(sign, customMessage: address);
            using var theirs = await harlingen.Get(address);
            if (own)
                (await theirs.Content.ReadAsStringAsync()).ShouldNotContain(sign, customMessage: address);
        }
    }

    [Fact]
    public async Task A_session_of_the_workspace_opens_no_api()
    {
        foreach (var address in new[] { hub.Workspace.Address, hub.OneProcess.Address })
        {
            using Visitor own = new(address);
            await own.SignIn("demo-joris");
            foreach (
                var path in new[] { "conversations", "me", $"files/{walled.File}", $"conversations/{walled.Conversation}", "dead-letters" }
            )
                (await own.Get($"/api/v1/{path}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task The_organisation_s_provider_signs_in_its_own_people_and_nobody_of_another_municipality()
    {
        hub.Issuer.SignsInFor = "GM0072";
        using Visitor own = new(hub.Workspace.Address);
        (await own.SignInByProvider()).ShouldBe("/werkvoorraad");
        (await own.Get("/werkvoorraad")).StatusCode.ShouldBe(HttpStatusCode.OK);

        hub.Issuer.SignsInFor = "GM0193";
        using Visitor foreign = new(hub.Workspace.Address);
        (await foreign.SignInByProvider()).ShouldBe("/aanmelden?mislukt=true");
        foreign.Session.ShouldBeNull();
    }

    private static bool AsksToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized
        || answer.StatusCode is HttpStatusCode.Found
            && answer.Headers.Location!.ToString().Contains("/aanmelden", StringComparison.Ordinal);

    private static async Task<string> PageAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldNotContain("utrecht-alert--warning", customMessage: path);
        return page;
    }

    private async Task<string> EndedSession()
    {
        using Visitor visitor = new(hub.Workspace.Address);
        await visitor.SignIn("demo-samira");
        var session = visitor.Session!;
        await visitor.SignOut();
        return session;
    }

    private static async Task<string> SessionAsync(Uri address, string person)
    {
        using Visitor visitor = new(address);
        await visitor.SignIn(person);
        return visitor.Session!;
    }
}
