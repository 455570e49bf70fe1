using System.Collections.Concurrent;
using System.Globalization;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>Everything X knows.</summary>
internal sealed class XWorld(SimulatorClock clock)
{
    // Larger than a double can count.
    private static long lastId = 2_090_000_000_000_000_000;

    private readonly Lock gate = new();
    private readonly List<(XFailure Failure, int Left)> failures = [];
    private readonly ConcurrentDictionary<(string Account, string Call), (int Left, DateTimeOffset Reset)> limits = new();

    public ConcurrentDictionary<string, Member> Accounts { get; } = new();

    public ConcurrentDictionary<string, Post> Posts { get; } = new();

    public ConcurrentQueue<XReceived> Received { get; } = new();

    public ConcurrentDictionary<string, (string Account, byte[] Content, string Type)> Media { get; } = new();

    public ConcurrentDictionary<string, bool> Closed { get; } = new();

    /// <summary>A municipality's account. Its token changes when it is renewed.</summary>
    public sealed class Member(XAccount account, Uri webhook)
    {
        public XAccount Account { get; set; } = account;

        public Uri Webhook => webhook;

        public bool Expired { get; set; }

        public int Renewals { get; set; }
    }

    /// <summary>A public post.</summary>
    public sealed record Post(
        string Id,
        string Author,
        string Text,
        string? Under,
        string? Quotes,
        string Thread,
        DateTimeOffset At,
        string? MediaKey = null,
        string? FirstId = null
    );

    public static string NewId() => Interlocked.Add(ref lastId, 7).ToString(CultureInfo.InvariantCulture);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The account of a token; null when nobody's, or ended.</summary>
    public Member? Who(string? authorization) =>
        Accounts.Values.FirstOrDefault(member => !member.Expired && authorization == $"Bearer {member.Account.Token}");

    public Post Add(Post post) => Posts[post.Id] = post;

    /// <summary>Who wrote in a thread; a reply names them all.</summary>
    public IEnumerable<string> InThread(Post post) =>
        Posts.Values.Where(one => one.Thread == post.Thread && one.Id != post.Id).Select(one => one.Author).Distinct();

    public void Order(XFailure failure)
    {
        lock (gate)
            failures.Add((failure, failure.Count));
    }

    /// <summary>The failure meant for this send, used up by taking it.</summary>
    public XFailure? TakeFailure(string account)
    {
        lock (gate)
        {
            var place = failures.FindIndex(order => (order.Failure.Account ?? account) == account);
            if (place < 0)
                return null;
            var (failure, left) = failures[place];
            failures.RemoveAt(place);
            if (left > 1)
                failures.Insert(place, (failure, left - 1));
            return failure;
        }
    }

    /// <summary>Leaves so many calls, until a moment.</summary>
    public void Leave(string account, string call, int left, TimeSpan until) => limits[(account, call)] = (left, Now + until);

    /// <summary>Counts a call and tells what is left in the headers; false when there was nothing left.</summary>
    public bool Count(string account, string call, HttpResponse response)
    {
        var limit = limits.AddOrUpdate(
            (account, call),
            _ => (200 - 1, Now.AddMinutes(15)),
            (_, known) => known.Reset <= Now ? (200 - 1, Now.AddMinutes(15)) : (known.Left - 1, known.Reset)
        );
        response.Headers["x-rate-limit-limit"] = "200";
        response.Headers["x-rate-limit-remaining"] = Math.Max(0, limit.Left).ToString(CultureInfo.InvariantCulture);
        response.Headers["x-rate-limit-reset"] = (limit.Reset.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);
        return limit.Left >= 0;
    }
}
