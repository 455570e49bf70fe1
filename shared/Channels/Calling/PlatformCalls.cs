using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Channels.Calling;

/// <summary>
/// Calls to one platform: time limits, a few attempts for what surely has not left, and a pause for everybody when the platform is in trouble.
/// What broke off after it had left is told as such and never tried again here.
/// </summary>
public sealed class PlatformCalls
{
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(15);

    // Two attempts that find nobody (5 s each), and a whole one.
    internal static readonly TimeSpan Overall = TimeSpan.FromSeconds(26);

    private readonly ResiliencePipeline<SendResult> pipeline;
    private readonly ILogger log;

    /// <param name="platform">Its name as a colleague reads it.</param>
    /// <param name="isTrouble">The platform itself is in trouble: others will meet the same. What broke off or was not reached always counts.</param>
    public PlatformCalls(string platform, Func<SendResult, bool> isTrouble, ILogger log)
    {
        this.log = log;
        NotReached = $"{platform} is niet bereikbaar. Het bericht is niet verstuurd.";
        BrokeOff = $"De verbinding met {platform} viel weg. Het is niet zeker of de inwoner dit bericht heeft.";
        pipeline = new ResiliencePipelineBuilder<SendResult>()
            .AddTimeout(new TimeoutStrategyOptions { Timeout = Overall })
            .AddRetry(
                new RetryStrategyOptions<SendResult>
                {
                    ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is SendResult.Retryable { Code: "connect" }),
                    MaxRetryAttempts = 2,
                    Delay = TimeSpan.FromMilliseconds(200),
                    UseJitter = true,
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<SendResult>
                {
                    ShouldHandle = arguments =>
                        ValueTask.FromResult(
                            arguments.Outcome.Result is SendResult.Unknown or SendResult.Retryable { Code: "connect" }
                                || arguments.Outcome.Result is { } result && isTrouble(result)
                        ),
                    FailureRatio = 0.5,
                    MinimumThroughput = 20,
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    BreakDuration = TimeSpan.FromSeconds(5),
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { Timeout = OneAttempt })
            .Build();
    }

    /// <summary>What a colleague reads when the call never left.</summary>
    public string NotReached { get; }

    /// <summary>What a colleague reads when nobody knows whether it arrived.</summary>
    public string BrokeOff { get; }

    /// <summary>Makes the calls of one part. A refusal that somebody has to repair is logged as an error.</summary>
    public async Task<SendResult> SendAsync(OutboundPart part, Func<CancellationToken, Task<SendResult>> call, CancellationToken ct)
    {
        try
        {
            var result = await pipeline.ExecuteAsync(async limit => await call(limit), ct);
            if (result is SendResult.Final { AfterRepair: true } refused)
            {
                log.LogError("The platform refuses to send for {Municipality}: code {Code}", part.Municipality, refused.Code);
            }

            return result;
        }
        catch (BrokenCircuitException)
        {
            return new SendResult.Retryable(NotReached, "circuit", TimeSpan.FromSeconds(5));
        }
        catch (TimeoutRejectedException)
        {
            // Between two attempts: the first surely had not left, or there would be no second.
            return new SendResult.Retryable(NotReached, "connect");
        }
    }

    /// <summary>One request whose body remembers whether it left.</summary>
    /// <param name="read">Status and body of the platform's answer, to what it means.</param>
    public async Task<SendResult> CallAsync(
        HttpClient http,
        HttpRequestMessage request,
        Func<HttpResponseMessage, byte[], SendResult> read,
        CancellationToken ct
    )
    {
        using (request)
        {
            try
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
                return read(response, await response.Content.ReadAsByteArrayAsync(ct));
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                return request.Content is LeavingContent { HasLeft: false }
                    ? new SendResult.Retryable(NotReached, "connect")
                    : new SendResult.Unknown(BrokeOff, "broken");
            }
        }
    }
}
