using System.Net.Http.Headers;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>Posts webhooks to the hub, signed, and again with growing pauses until it answers 200.</summary>
internal sealed class Outbox(Manner manner, IOptions<SimulatorOptions> options, ILogger<Outbox> log) : BackgroundService
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly Channel<WebhookPost> ready = Channel.CreateUnbounded<WebhookPost>();
    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1), UseProxy = false })
    {
        Timeout = Timeout,
    };
    private Round round = new();
    private long lastId;
    private bool unreachable;

    public IEnumerable<WebhookPost> All => round.Posts;

    public int Waiting => round.Waiting;

    public int Done => round.Done;

    public int Attempts => round.Attempts;

    /// <param name="to">Where it goes when that is not the address for WhatsApp.</param>
    public WebhookPost Make(string kind, string number, IReadOnlyList<string> messageIds, byte[] body, Uri? to = null)
    {
        var current = round;
        var post = new WebhookPost(Interlocked.Increment(ref lastId), kind, number, messageIds, body, current) { To = to };
        current.Posts.Enqueue(post);
        Interlocked.Increment(ref current.Waiting);
        return post;
    }

    /// <summary>Posts by the workers, after a pause.</summary>
    public void Post(WebhookPost post, TimeSpan pause = default)
    {
        Queue(post, pause + Whim());
        if (manner.Twice)
            Queue(post, pause + Whim());
    }

    /// <summary>Posts at once, beside the workers. Returns the HTTP status, 0 when nobody answered.</summary>
    public Task<int> PostNow(WebhookPost post) => Attempt(post, CancellationToken.None);

    public void Clear()
    {
        round = new Round();
        while (ready.Reader.TryRead(out _))
        {
            // What was still to be posted belongs to before the reset; so does what is being posted now: it counts there.
        }
    }

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => Work(stoppingToken), stoppingToken)));

    private async Task Work(CancellationToken stopping)
    {
        await foreach (var post in ready.Reader.ReadAllAsync(stopping))
            await Attempt(post, stopping);
    }

    private async Task<int> Attempt(WebhookPost post, CancellationToken stopping)
    {
        var body = post.Body;
        if (body.Length == 0 || post.Round != round)
            return 200;
        Interlocked.Increment(ref post.Round.Attempts);
        var (answer, deliveryId) = await Send(body, post.To ?? manner.Hub, stopping);
        if (post.Note(answer, deliveryId))
        {
            Interlocked.Decrement(ref post.Round.Waiting);
            Interlocked.Increment(ref post.Round.Done);
        }
        else if (!post.Done && !stopping.IsCancellationRequested)
            Queue(post, Pause(post.Answers.Length));
        return answer;
    }

    private async Task<(int Answer, string? DeliveryId)> Send(byte[] body, Uri hub, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(Signature.Header, Signature.Of(options.Value.AppSecret, body));
        request.Headers.UserAgent.ParseAdd("facebookexternalua");
        try
        {
            using var response = await http.SendAsync(request, stopping);
            unreachable = false;
            return ((int)response.StatusCode, response.Headers.TryGetValues("Delivery-Id", out var ids) ? ids.First() : null);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            if (!unreachable && !stopping.IsCancellationRequested)
                log.LogWarning("The hub at {Hub} does not answer; trying again", hub);
            unreachable = true;
            return (0, null);
        }
    }

    private TimeSpan Pause(int failures) =>
        TimeSpan.FromMilliseconds(
            Math.Min(options.Value.LongestRetryMilliseconds, options.Value.FirstRetryMilliseconds * Math.Pow(2, Math.Min(failures - 1, 12)))
        );

    private TimeSpan Whim() => manner.OutOfOrder ? TimeSpan.FromMilliseconds(Random.Shared.Next(300)) : TimeSpan.Zero;

    private void Queue(WebhookPost post, TimeSpan pause)
    {
        if (pause <= TimeSpan.Zero)
            ready.Writer.TryWrite(post);
        else
            _ = Task.Delay(pause).ContinueWith(_ => ready.Writer.TryWrite(post), TaskScheduler.Default);
    }
}
