using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>What is counted apart, beside requests in all.</summary>
internal enum Limit
{
    Begin,
    Follow,
    Write,
    Upload,
    Type,
}

internal sealed record LimitMark(Limit Limit);

/// <summary>
/// How much one visitor and one address may ask. Behind an address stands a household, an office or a library: <c>Chat:PeoplePerAddress</c> (50)
/// says for how many people there is room. The address is what the proxy in front says it is (see the runbook).
/// </summary>
internal sealed class Limits : IDisposable
{
    private const int FollowsPerVisitor = 12;

    // Each is held in memory whole.
    private const int UploadsAtOnce = 12;

    private readonly PartitionedRateLimiter<string> asked;
    private readonly PartitionedRateLimiter<string> begun;
    private readonly PartitionedRateLimiter<string> followed;
    private readonly PartitionedRateLimiter<string> followedByVisitor = Side(FollowsPerVisitor);
    private readonly PartitionedRateLimiter<string> written = Bucket(20, 0.5);
    private readonly PartitionedRateLimiter<string> uploaded = Bucket(10, 1.0 / 15);
    private readonly PartitionedRateLimiter<string> uploading = Side(UploadsAtOnce);
    private readonly PartitionedRateLimiter<string> typed = Bucket(5, 0.5);

    public Limits(IConfiguration configuration)
    {
        var people = configuration.GetValue("Chat:PeoplePerAddress", 50);
        asked = Bucket(people * 20, people * 0.4);
        begun = Bucket(people, people / 600.0);
        followed = Side(people * 4);
    }

    /// <summary>Before anything is looked up.</summary>
    public bool MayAsk(HttpContext http) => Take(asked, AddressOf(http));

    public bool May(Limit limit, HttpContext http, Guest guest) =>
        limit switch
        {
            Limit.Begin => Take(begun, AddressOf(http)),
            Limit.Write => Take(written, VisitorOf(guest)),
            Limit.Upload => Take(uploaded, VisitorOf(guest)) && Hold(uploading, "", http),
            Limit.Type => Take(typed, VisitorOf(guest)),
            _ => Hold(followed, AddressOf(http), http) && Hold(followedByVisitor, VisitorOf(guest), http),
        };

    public void Dispose()
    {
        foreach (var limiter in new[] { asked, begun, followed, followedByVisitor, written, uploaded, uploading, typed })
        {
            limiter.Dispose();
        }
    }

    /// <summary>The address; of IPv6 the network, which is what one household has.</summary>
    internal static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }

    private static string VisitorOf(Guest guest) => guest.TokenHash is null ? "" : Convert.ToBase64String(guest.TokenHash);

    private static bool Take(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    // Given back when the answer ends.
    private static bool Hold(PartitionedRateLimiter<string> limiter, string who, HttpContext http)
    {
        var lease = limiter.AttemptAcquire(who);
        http.Response.RegisterForDispose(lease);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Bucket(int burst, double perSecond)
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, burst),
            TokensPerPeriod = Math.Max(1, (int)(perSecond * 10)),
            ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond * 10 >= 1 ? 10 : 1 / perSecond),
            QueueLimit = 0,
            AutoReplenishment = false,
        };
        return PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => options));
    }

    private static PartitionedRateLimiter<string> Side(int atOnce)
    {
        var options = new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = 0 };
        return PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetConcurrencyLimiter(who, _ => options));
    }
}
