using WebcareHub.Contracts.Api;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Pools;

/// <summary>Routing with a region of two municipalities, Schiermonnikoog and Harlingen, that share hands.</summary>
internal static class PoolHub
{
    public const string Owner = "GM0088";
    public const string Helper = "GM0072";

    public static async Task<RoutingHub> StartAsync(string policy = "when: { nobodyOnline: true }", string extra = "")
    {
        var hub = await RoutingHub.StartAsync();
        await hub.PublishAsync("wadden", 1, Region(policy, extra));
        foreach (var municipality in new[] { Owner, Helper })
        {
            using var manager = hub.Client("kees", municipality, "webcare", "manager");
            await JoinAsync(manager, "wadden", municipality);
        }
        using var keeper = hub.Client("kees", Helper, "manager");
        await AdmitAsync(keeper, "wadden", Helper, "hidde");
        return hub;
    }

    public static Dictionary<string, string> Region(string policy, string extra = "") =>
        new()
        {
            ["layer.yaml"] = $$"""
                layer: { title: Regio Wadden, kind: region, members: [{{Owner}}, {{Helper}}] }
                defaults: { owner: Team, reviewOn: 2027-06-01 }
                overflow:
                  - { id: standaard, title: Overloop, to: region, {{policy}} }
                topics:
                  - { id: bezwaar, title: Bezwaar, theme: webcare, words: [bezwaar], overflow: never }
                {{extra}}
                """,
        };

    public static async Task JoinAsync(HttpClient manager, string pool, string municipality, params string[] blocked) =>
        await ReadAsync<PoolDetail>(
            await manager.PutAsJsonAsync($"/api/v1/pools/{pool}/members/{municipality}", new JoinPool(1, true, blocked, []), Json)
        );

    public static async Task AdmitAsync(HttpClient manager, string pool, string municipality, string subject) =>
        await ReadAsync<PoolDetail>(
            await manager.PutAsJsonAsync($"/api/v1/pools/{pool}/agents/{municipality}/{subject}", new AdmitAgent($"De {subject}"), Json)
        );

    public static async Task<Presence> PresentAsync(HttpClient client, PresenceState state, params string[] pools) =>
        await ReadAsync<Presence>(await client.PutAsJsonAsync("/api/v1/presence", new SetPresence(state, Pools: pools), Json));

    /// <summary>A question of a resident, once it is there.</summary>
    public static async Task<Guid> AskAsync(RoutingHub hub, string text, string municipality = Owner)
    {
        var id = $"wamid.{Guid.NewGuid():N}";
        await hub.SendAsync(Some.Message(Some.Person(), text, id, municipality: municipality));
        return await Eventually.Async(
            () => hub.Database.ScalarAsync<Guid>("select id from routing.conversations where preview = $1 order by id desc limit 1", text),
            found => found != Guid.Empty,
            "the question"
        );
    }

    public static Task OpenAsync(RoutingHub hub, Guid conversation, bool open = true, string pool = "wadden") =>
        Eventually.Async(
            () => hub.Database.ScalarAsync<bool>("select $2 = any (open_to) from routing.conversations where id = $1", conversation, pool),
            found => found == open,
            open ? "the question is open" : "the question is closed",
            30
        );
}
