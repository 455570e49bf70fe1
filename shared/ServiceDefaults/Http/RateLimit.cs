using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.ServiceDefaults;

/// <summary>One caller cannot take the API from the others. <c>RateLimit:PerSecond</c> requests per caller, with ten seconds' worth saved up.</summary>
internal static class RateLimit
{
    internal const string Policy = "api";

    internal static void AddRateLimit(this WebApplicationBuilder builder)
    {
        int perSecond = builder.Configuration.GetValue("RateLimit:PerSecond", 100);
        TokenBucketRateLimiterOptions bucket = new()
        {
            TokenLimit = perSecond * 10,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
            AutoReplenishment = true,
        };
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => bucket));
        });
    }

    private static string KeyOf(HttpContext context) =>
        context.User.FindFirst("sub") is { } subject
            ? $"{subject.Issuer}|{subject.Value}"
            : context.Connection.RemoteIpAddress?.ToString() ?? "";
}
