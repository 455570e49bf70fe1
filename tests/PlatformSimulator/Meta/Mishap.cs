using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What a test ordered to go wrong with the next call.</summary>
internal sealed class Mishap(Failures failures)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    /// <summary>Makes the call, or lets it fail before or after it was accepted.</summary>
    /// <param name="to">The person, comment or post it is for.</param>
    public async Task<IResult> Around(Page page, string to, HttpContext http, Func<IResult> accept)
    {
        var failure = failures.TakeSendFailure(page.Id, to);
        switch (failure?.Kind)
        {
            case FailureKind.ServerError:
                return new GraphError(500, 2, "An unexpected error has occurred. Please retry your request later.").ToResult();
            case FailureKind.TooManyRequests:
                return new GraphError(429, 613, "(#613) Calls to this api have exceeded the rate limit.").ToResult();
            case FailureKind.Error:
                return MetaErrors.Ordered(failure.Code ?? 100, page).ToResult();
            case FailureKind.TimeoutBeforeAccept:
                await BreakOff(failure, http);
                return Results.Empty;
            case FailureKind.Slow:
                await Hold(failure.Milliseconds ?? 2000, http);
                return accept();
            case FailureKind.TimeoutAfterAccept:
                accept();
                await BreakOff(failure, http);
                return Results.Empty;
            default:
                return accept();
        }
    }

    private static async Task BreakOff(Failure failure, HttpContext http)
    {
        await Hold(failure.Milliseconds ?? (int)LongestHold.TotalMilliseconds, http);
        http.Abort();
    }

    private static async Task Hold(int milliseconds, HttpContext http)
    {
        try
        {
            await Task.Delay(milliseconds, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first.
        }
    }
}
