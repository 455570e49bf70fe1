using System.CommandLine;
using WebcareHub.Blueprint;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Routing.Pools;
using WebcareHub.ServiceDefaults;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Hub.Commands;

/// <summary>Development only: three municipalities in two regions and one that set nothing yet, with numbers at the simulator, the blueprint of this folder, and its national team.</summary>
internal static class Demo
{
    private static readonly (string Id, string Municipality, string Number)[] Numbers =
    [
        ("100000088", "GM0088", "+31 519 555 088"),
        ("100000072", "GM0072", "+31 517 555 072"),
        ("100000193", "GM0193", "+31 38 555 0193"),
        // A municipality that set nothing yet: its number is all it has.
        ("100000448", "GM0448", "+31 222 555 448"),
    ];

    // Where the simulator shows a municipality's home page.
    private static readonly string[] Websites = ["http://localhost:8090", "http://127.0.0.1:8090"];

    private static readonly (string Id, string Municipality)[] Chats =
    [
        ("schiermonnikoog", "GM0088"),
        ("harlingen", "GM0072"),
        ("zwolle", "GM0193"),
    ];

    // The national blueprint team: who proposes, and who looks along.
    private static readonly TeamMember[] Team =
    [
        new("GM0193", "demo-ilse", "Ilse Wolters", TeamRole.Editor),
        new("GM0193", "demo-joris", "Joris Kamphuis", TeamRole.Reviewer),
    ];

    // Who coordinates a crisis and who keeps the pool. For the whole country a second one confirms.
    private static readonly (string Layer, OfficeHolder Holder)[] Holders =
    [
        ("wadden", new("GM0072", "demo-renske", "Renske Hofstra", Office.Coordinator)),
        ("wadden", new("GM0072", "demo-renske", "Renske Hofstra", Office.Poolkeeper)),
        ("nl", new("GM0193", "demo-emre", "Emre Aksoy", Office.Coordinator)),
        ("nl", new("GM0193", "demo-emre", "Emre Aksoy", Office.Poolkeeper)),
        ("nl", new("GM0072", "demo-renske", "Renske Hofstra", Office.Coordinator)),
    ];

    // Who helps in the pool of the islands, and who beside them in that of the whole country.
    private static readonly (string Municipality, AgentRef Agent)[] Islanders =
    [
        ("GM0088", new("demo-sietske", "Sietske Visser")),
        ("GM0088", new("demo-wybe", "Wybe Talsma")),
        ("GM0072", new("demo-hidde", "Hidde Postma")),
        ("GM0072", new("demo-renske", "Renske Hofstra")),
    ];

    private static readonly (string Municipality, AgentRef Agent)[] Others =
    [
        ("GM0193", new("demo-samira", "Samira el Amrani")),
        ("GM0193", new("demo-bram", "Bram Oldenkamp")),
        ("GM0193", new("demo-emre", "Emre Aksoy")),
    ];

    private static readonly PrepareCrisis Storm = new(
        "hoogwater",
        "Hoogwater op de Wadden",
        ["wadden"],
        Exercise: false,
        "Klaargezet voor het stormseizoen."
    );

    internal static Command Command()
    {
        Command command = new("demo", "Development: publish the blueprint and register the demo's accounts.");
        command.SetAction(async (_, ct) => await RunAsync(ct));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        if (!app.Environment.IsDevelopment())
        {
            await Console.Error.WriteLineAsync("The demo exists in Development only.");
            return 1;
        }

        await app.Services.GetRequiredService<Migrations>().RunAsync(ct);
        await OpenChannelsAsync(app.Services, ct);
        foreach (TeamMember member in Team)
        {
            await app.Services.GetRequiredService<BlueprintTeams>().NameAsync("nl", member, "hub", ct);
        }

        foreach ((string layer, OfficeHolder holder) in Holders)
        {
            await app.Services.GetRequiredService<Offices>().NameAsync(layer, holder, "hub", ct);
        }

        BlueprintFolder folder = app.Services.GetRequiredService<BlueprintFolder>();
        // What people changed on the screen since the folder was published stays.
        FolderOffer offer = new(app.Configuration.Required("Blueprint:Folder"), "Uit de map blueprint", KeepNewer: true);
        await folder.PublishAsync(offer, new AgentRef("hub", "WebcareHub"), ct);
        await ShareHandsAsync(app.Services, ct);
        Caller coordinator = new("demo-renske", "Renske Hofstra", "GM0072", []);
        await app.Services.GetRequiredService<Preparing>().OnceAsync(coordinator, Storm, ct);
        return 0;
    }

    /// <summary>The pools of the islands and of the whole country. What people changed on the screen since stays.</summary>
    private static async Task ShareHandsAsync(IServiceProvider services, CancellationToken ct)
    {
        PoolFounding founding = services.GetRequiredService<PoolFounding>();
        await founding.FoundAsync("wadden", ["GM0088", "GM0072"], Islanders, ct);
        await founding.FoundAsync("nl", ["GM0088", "GM0072", "GM0193"], [.. Islanders, .. Others], ct);
    }

    private static async Task OpenChannelsAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach ((string id, string municipality, string number) in Numbers)
        {
            NewChannelAccount account = new(Channel.WhatsApp, "demo", id, municipality, number, "demo-token");
            await services.GetRequiredService<AccountRegister>().AddAsync(account, ct);
        }

        foreach ((string id, string municipality) in Chats)
        {
            NewChannelAccount account = new(Channel.Chat, ChatSites.App, id, municipality, "Chat op de website", null);
            await services.GetRequiredService<AccountRegister>().AddAsync(account, ct);
            await services.GetRequiredService<ChatSites>().PutAsync(municipality, id, Websites, null, ct);
        }
    }
}
