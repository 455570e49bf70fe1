using System.Collections.Concurrent;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>The servers of the network, by name; a server comes to be when it is first spoken of.</summary>
internal sealed class Servers(SimulatorClock clock)
{
    private readonly ConcurrentDictionary<string, Server> servers = new();

    public Server Of(string name, HttpRequest request)
    {
        var server = servers.GetOrAdd(name, _ => new Server(name, clock));
        server.Root = $"{request.Scheme}://{request.Host}/mastodon/{name}";
        return server;
    }

    public void Clear()
    {
        foreach (var server in servers.Values)
            server.Listeners.Cut();
        servers.Clear();
    }
}
