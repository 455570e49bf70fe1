using System.Globalization;
using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Bluesky;

/// <summary>Around every call: what was ordered to go wrong, the limit on calls, refusals in the network's shape.</summary>
internal sealed class Strictness(World world, Faults faults, Limits limits) : IEndpointFilter
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var method = http.Request.Path.Value!.Split('/')[^1];
        lock (world.Gate)
            world.Calls[method] = world.Calls.GetValueOrDefault(method) + 1;
        if (limits.Take(http.Response))
            return new XrpcError(429, "RateLimitExceeded", "Rate Limit Exceeded").ToResult();
        var fault = faults.Take(method);
        if (fault is not null && fault.Kind is not BlueskyFaultKind.TimeoutAfterAccept)
            return await Fail(fault, http);
        try
        {
            var answer = await next(context);
            if (fault is null)
                return answer;
            await BreakOff(fault, http);
            return Results.Empty;
        }
        catch (XrpcError error)
        {
            return error.ToResult();
        }
    }

    private async Task<IResult> Fail(BlueskyFault fault, HttpContext http)
    {
        switch (fault.Kind)
        {
            case BlueskyFaultKind.TooManyRequests:
                http.Response.Headers["RateLimit-Reset"] = (world.Now.ToUnixTimeSeconds() + (fault.Seconds ?? 1)).ToString(
                    CultureInfo.InvariantCulture
                );
                return new XrpcError(429, "RateLimitExceeded", "Rate Limit Exceeded").ToResult();
            case BlueskyFaultKind.ExpiredToken:
                return new XrpcError(400, "ExpiredToken", "Token has expired").ToResult();
            case BlueskyFaultKind.TimeoutBeforeAccept:
                await BreakOff(fault, http);
                return Results.Empty;
            default:
                return new XrpcError(fault.Status ?? 502, "InternalServerError", "Internal Server Error").ToResult();
        }
    }

    /// <summary>The caller never gets an answer: the line stays silent, then drops.</summary>
    private static async Task BreakOff(BlueskyFault fault, HttpContext http)
    {
        try
        {
            await Task.Delay(fault.Milliseconds ?? (int)LongestHold.TotalMilliseconds, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first.
        }
        http.Abort();
    }
}

/// <summary>What goes wrong next, as a test ordered it.</summary>
internal sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<(BlueskyFault Fault, int Left)> orders = [];

    public void Order(BlueskyFault fault)
    {
        lock (gate)
            orders.Add((fault, fault.Count));
    }

    public BlueskyFault? Take(string method)
    {
        lock (gate)
        {
            var place = orders.FindIndex(order => method.EndsWith(order.Fault.Method, StringComparison.Ordinal));
            if (place < 0)
                return null;
            var (fault, left) = orders[place];
            if (left > 1)
                orders[place] = (fault, left - 1);
            else
                orders.RemoveAt(place);
            return fault;
        }
    }

    public void Clear()
    {
        lock (gate)
            orders.Clear();
    }
}

/// <summary>3,000 calls in five minutes from one address; every answer tells how many are left.</summary>
internal sealed class Limits(World world)
{
    private readonly Lock gate = new();
    private DateTimeOffset start;
    private int used;

    /// <summary>True when it is one too many.</summary>
    public bool Take(HttpResponse response)
    {
        lock (gate)
        {
            if (world.Now >= start.AddMinutes(5))
                (start, used) = (world.Now, 0);
            used++;
            response.Headers["RateLimit-Limit"] = world.Limit.ToString(CultureInfo.InvariantCulture);
            response.Headers["RateLimit-Remaining"] = Math.Max(0, world.Limit - used).ToString(CultureInfo.InvariantCulture);
            response.Headers["RateLimit-Reset"] = start.AddMinutes(5).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            response.Headers["RateLimit-Policy"] = $"{world.Limit};w=300";
            return used > world.Limit;
        }
    }
}
