using System.Collections.Concurrent;
using System.Globalization;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>
/// How long X wants to be left alone, per account and kind of call, from <c>x-rate-limit-remaining</c> and <c>x-rate-limit-reset</c> (seconds since
/// 1970). Kept in memory: another process learns it from its own first refusal.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(string Account, string Call), DateTimeOffset> closed = new();

    /// <summary>Zero when it may be called.</summary>
    public TimeSpan Pause(string account, string call) =>
        closed.TryGetValue((account, call), out var until) && until > time.GetUtcNow() ? until - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Takes note of what an answer says about the next call.</summary>
    public void Note(string account, string call, HttpResponseMessage response)
    {
        if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
        {
            closed[(account, call)] = Reset(response) ?? time.GetUtcNow() + Unsaid;
        }
        else if (Header(response, "x-rate-limit-remaining") == 0 && Reset(response) is { } reset)
        {
            closed[(account, call)] = reset;
        }
    }

    private DateTimeOffset? Reset(HttpResponseMessage response)
    {
        var now = time.GetUtcNow();
        return
            Header(response, "x-rate-limit-reset") is { } seconds
            && seconds > now.ToUnixTimeSeconds()
            && seconds <= (now + Longest).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static long? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
