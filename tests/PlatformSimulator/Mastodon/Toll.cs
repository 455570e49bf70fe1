using System.Collections.Concurrent;
using System.Globalization;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Counts calls in periods of five minutes, of a token and of the caller, and refuses what is too many.</summary>
internal sealed class Toll
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> ofToken = [];
    private readonly ConcurrentDictionary<string, int> paths = new();
    private DateTimeOffset until;
    private int calls;
    private int inPeriod;
    private int most;
    private int refused;

    /// <summary>Counts one call and writes the headers. False when it is one too many.</summary>
    public bool Pass(Server server, string token, HttpContext context)
    {
        lock (gate)
        {
            if (server.Now >= until)
            {
                until = server.Now + Period;
                ofToken.Clear();
                inPeriod = 0;
            }

            calls++;
            most = Math.Max(most, ++inPeriod);
            var used = ofToken[token] = ofToken.GetValueOrDefault(token) + 1;
            var headers = context.Response.Headers;
            headers["X-RateLimit-Limit"] = server.Setup.Calls.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = Math.Max(0, server.Setup.Calls - used).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset"] = until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            var passes = used <= server.Setup.Calls && inPeriod <= server.Setup.HostCalls;
            refused += passes ? 0 : 1;
            return passes;
        }
    }

    public void See(string path) => paths.AddOrUpdate(path, 1, (_, count) => count + 1);

    public MastodonCounts Read(int streams)
    {
        lock (gate)
            return new(calls, most, refused, streams, new Dictionary<string, int>(paths));
    }
}

/// <summary>The trouble that was ordered.</summary>
internal sealed class Troubles
{
    private readonly Lock gate = new();
    private readonly List<MastodonFailure> orders = [];

    public void Order(MastodonFailure failure)
    {
        lock (gate)
            orders.Add(failure);
    }

    public void Clear()
    {
        lock (gate)
            orders.Clear();
    }

    /// <summary>What goes wrong with this call; used up by taking it.</summary>
    public MastodonFailure? Take(HttpRequest request)
    {
        lock (gate)
        {
            var place = orders.FindIndex(order =>
                request.Path.Value!.Contains(order.Path ?? "", StringComparison.Ordinal)
                && (order.Method ?? request.Method) == request.Method
            );
            if (place < 0)
                return null;
            var order = orders[place];
            if (order.Count > 1)
                orders[place] = order with { Count = order.Count - 1 };
            else
                orders.RemoveAt(place);
            return order;
        }
    }
}
