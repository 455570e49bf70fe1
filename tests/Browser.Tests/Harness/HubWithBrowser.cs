using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.ServiceDefaults.Authentication;

[assembly: AssemblyFixture(typeof(WebcareHub.BrowserTests.Harness.HubWithBrowser))]

namespace WebcareHub.BrowserTests.Harness;

/// <summary>The Hub as a real process with the demo's municipalities, the simulated platform beside it, and Chromium in front of it.</summary>
public sealed partial class HubWithBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-browser-").FullName;
    private TestDatabase _database = null!;
    private TestBroker _broker = null!;
    private SimulatorHost _platform = null!;
    private ServiceProcess _hub = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> _opened = new();
    private readonly ConcurrentDictionary<string, string> _sessions = new();

    /// <summary>Residents, who write from outside.</summary>
    public SimulatorClient Residents => _platform.Client;

    /// <summary>The address of the workspace.</summary>
    public Uri Address => _hub.Address;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _broker = await TestBroker.CreateAsync();
        _platform = await SimulatorHost.StartAsync();
        var settings = ServiceSettings.For(_database.ConnectionString, _broker.ConnectionString, _folder);
        settings["Platforms__WhatsApp__BaseUrl"] = _platform.Address.ToString();
        settings["Platforms__Meta__BaseUrl"] = _platform.Address.ToString();
        settings["Blueprint__Folder"] = ProjectFolders.Blueprint;
        settings["RateLimit__PerSecond"] = "10000";
        _hub = new ServiceProcess("Hub", settings, "serve");
        Assertions.SetDefaultExpectTimeout(Patience);
        await Task.WhenAll(StartHub(settings), StartBrowser());
        await Residents.Behave(new Behaviour(Unread: true, Hub: new Uri(Address, "channels/whatsapp/demo").ToString()));
    }

    /// <summary>A fresh browser of <paramref name="width"/> by <paramref name="height"/> pixels, signed in as a demo person: in the session this person had before, if any.</summary>
    public async Task<IPage> SignedIn(string person, int width = 1440, int height = 900)
    {
        var before = _sessions.GetValueOrDefault(person);
        var page = await Visitor(width, height, before);
        await page.GotoAsync(before is null ? "/aanmelden" : "/werkvoorraad");
        if (before is null)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        }

        await page.Locator("#lijst").WaitForAsync();
        _sessions[person] = before ?? await page.Context.StorageStateAsync();
        return page;
    }

    /// <summary>Asks those whose chat is done how it was, as Routing does a minute later.</summary>
    public async Task AskInChats() =>
        (
            await _database.ScalarAsync<long>(
                "with u as (update chat.visits set asked = true where rested returning 1) select count(*) from u"
            )
        ).ShouldBePositive();

    /// <summary>A fresh browser that is not signed in.</summary>
    public async Task<IPage> Visitor(int width = 1440, int height = 900, string? session = null)
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = Address.ToString(),
                Locale = "nl-NL",
                ViewportSize = new() { Width = width, Height = height },
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = session,
            }
        );
        context.SetDefaultTimeout(Patience);
        _opened.GetOrAdd(Test, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>The address of a demo municipality's home page, on which the chat stands.</summary>
    public async Task<string> Website(string account)
    {
        var municipality = account switch
        {
            "harlingen" => "GM0072",
            "zwolle" => "GM0193",
            _ => "GM0088",
        };
        using var admin = As("beheer", municipality, "admin");
        var site = new
        {
            Origins = new[] { _platform.Address.GetLeftPart(UriPartial.Authority) },
            PrivacyUrl = "https://www.voorbeeld.nl/privacy",
        };
        using var answer = await admin.PutAsJsonAsync($"api/v1/chat/sites/{account}", site);
        answer.EnsureSuccessStatusCode();
        return new Uri(_platform.Address, $"site/{account}").ToString();
    }

    /// <summary>A choice of a municipality about its blueprint, made by its editor.</summary>
    public async Task Chooses(string municipality, string editor, object choice)
    {
        using var caller = As(editor, municipality, "editor");
        using var answer = await caller.PostAsJsonAsync("api/v1/choices", choice);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Closes what this test opened: a screen that stays open reads along with every change of the tests after it.</summary>
    public async ValueTask LeaveAsync()
    {
        foreach (var context in _opened.TryRemove(Test, out var opened) ? opened : [])
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                await TellWhatItShows(context);
            }

            await context.DisposeAsync();
        }
    }

    // A failure elsewhere than here leaves nothing else to go by.
    private static async Task TellWhatItShows(IBrowserContext context)
    {
        foreach (var page in context.Pages)
        {
            var said = await page.Locator("[role=alert], [role=status], .webcare-toast").AllInnerTextsAsync();
            var shown = await page.Locator("body").InnerTextAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}\nsaid: {string.Join(" | ", said)}\n{shown}");
        }
    }

    /// <summary>A message on the bus that nobody can read: it fails alone, and stands among the failed ones.</summary>
    public Task Poison() => _broker.PublishAsync("routing.inbound", "geen bericht");

    /// <summary>Something a channel took in for Schiermonnikoog, as its service hands it on.</summary>
    public Task Arrives(string channel, InboundContent content)
    {
        var inbound = new Inbound(
            Guid.CreateVersion7(),
            0,
            "GM0088",
            channel,
            "demo",
            "200000088",
            DateTimeOffset.UtcNow,
            Guid.NewGuid().ToString("N"),
            content
        );
        return _broker.PublishAsync("routing.inbound", JsonSerializer.Serialize(inbound, InboundJson.Default.Inbound));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_hub?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_platform?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_broker?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHub(Dictionary<string, string> settings)
    {
        await PrepareDemo(settings);
        await _hub.StartAsync(seconds: 120);
    }

    private async Task StartBrowser()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options);
    }

    private HttpClient As(string subject, string municipality, string role)
    {
        var token = new DevelopmentSigner(Path.Combine(_folder, "signer.pem")).Token(subject, subject, municipality, [role]);
        HttpClient caller = new() { BaseAddress = Address };
        caller.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return caller;
    }

    private static string Test => TestContext.Current.Test!.UniqueID;

    private static async Task PrepareDemo(Dictionary<string, string> settings)
    {
        ProcessStartInfo start = new("dotnet", [ProjectFolders.Output("Hub"), "demo"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{await output}\n{await error}");
    }

    // Tests share the machine with others; what is not there after this long does not come.
    private const float Patience = 60_000;
}
