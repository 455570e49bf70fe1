using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.ServiceDefaults.HotPath;

/// <summary>
/// Publishes on the hot path: mandatory, persistent, confirmed. What is waiting at the same moment shares a broker message; nothing waits for
/// company.
/// </summary>
public sealed class HotPublisher : BackgroundService
{
    private const int MaxBundle = 64;
    private const int MaxBundleBytes = 128 * 1024;
    private const int MaxWaiting = 20_000;
    private const int InFlight = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<Post> _posts = Channel.CreateUnbounded<Post>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _slots = new(InFlight);
    private readonly Dictionary<string, Task> _declared = [];
    private readonly HotConnection _connection;
    private volatile IChannel? _channel;
    private int _waiting;

    internal HotPublisher(HotConnection connection) => _connection = connection;

    /// <summary>Whether there is a broker to publish to now.</summary>
    public bool IsConnected => _channel is { IsOpen: true };

    /// <summary>Returns once the broker holds every message durably. None, some or all may be there when it throws.</summary>
    /// <exception cref="BrokerAwayException">Not confirmed: at once when there is no connection, else after 5 s.</exception>
    public async Task PublishAsync(IReadOnlyList<HotMessage> messages, CancellationToken ct)
    {
        if (messages.Count == 0)
        {
            return;
        }

        Admit(messages.Count);
        List<Post> posts = Posts(messages, Activity.Current?.Id);
        posts.ForEach(post => _posts.Writer.TryWrite(post));
        try
        {
            await Task.WhenAll(posts.Select(post => post.Confirmed.Task)).WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            throw new BrokerAwayException("The broker did not confirm in time.");
        }
        finally
        {
            // What nobody waits for any more is not sent: its caller was told no, and the platform comes again.
            posts.ForEach(post => post.Confirmed.TrySetCanceled(CancellationToken.None));
            Interlocked.Add(ref _waiting, -messages.Count);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _connection.KeepAsync("publisher", PumpAsync, stoppingToken);

    private void Admit(int messages)
    {
        if (!IsConnected)
        {
            throw new BrokerAwayException("There is no connection to the broker.");
        }

        if (Interlocked.Add(ref _waiting, messages) > MaxWaiting)
        {
            Interlocked.Add(ref _waiting, -messages);
            throw new BrokerAwayException("Too many messages wait for the broker.");
        }
    }

    private async Task PumpAsync(IConnection connection, CancellationToken ct)
    {
        CreateChannelOptions options = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using IChannel channel = await connection.CreateChannelAsync(options, ct);
        using CancellationTokenSource lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        channel.ChannelShutdownAsync += (_, _) => lost.CancelAsync();
        lock (_declared)
        {
            _declared.Clear();
        }

        _channel = channel;
        Post? next = null;
        try
        {
            while (next is not null || await _posts.Reader.WaitToReadAsync(lost.Token))
            {
                await _slots.WaitAsync(lost.Token);
                List<Post> bundle = Take(ref next);
                _ = SendAsync(channel, bundle, lost.Token);
            }
        }
        finally
        {
            _channel = null;
            while (next is not null || _posts.Reader.TryRead(out next))
            {
                next.Confirmed.TrySetException(new BrokerAwayException("The broker went away."));
                next = null;
            }
        }
    }

    /// <summary>As many waiting posts as fit in one bundle for one queue; the first that does not fit is <paramref name="next"/>.</summary>
    private List<Post> Take(ref Post? next)
    {
        List<Post> bundle = [];
        int count = 0;
        int bytes = 0;
        while (next is not null || _posts.Reader.TryRead(out next))
        {
            if (next.Confirmed.Task.IsCompleted)
            {
                next = null;
                continue;
            }

            count += next.Entries.Count;
            bytes += next.Entries.Sum(HotBundle.SizeOf);
            if (bundle.Count > 0 && (next.Queue != bundle[0].Queue || count > MaxBundle || bytes > MaxBundleBytes))
            {
                break;
            }

            bundle.Add(next);
            next = null;
        }

        return bundle;
    }

    private async Task SendAsync(IChannel channel, List<Post> bundle, CancellationToken ct)
    {
        try
        {
            if (bundle.Count > 0)
            {
                await SendBundleAsync(channel, bundle[0].Queue, [.. bundle.SelectMany(post => post.Entries)], ct);
                bundle.ForEach(post => post.Confirmed.TrySetResult());
            }
        }
        catch (PublishException refused)
        {
            Forget(bundle[0].Queue);
            string why = refused.IsReturn ? "knows no such queue" : "refused the message";
            bundle.ForEach(post => post.Confirmed.TrySetException(new BrokerAwayException($"The broker {why}.", refused)));
        }
        catch (Exception failure)
        {
            Forget(bundle[0].Queue);
            bundle.ForEach(post =>
                post.Confirmed.TrySetException(new BrokerAwayException("The broker did not take the message.", failure))
            );
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task SendBundleAsync(IChannel channel, string queue, List<HotBundle.Entry> entries, CancellationToken ct)
    {
        await DeclareOnceAsync(channel, queue, ct);
        BasicProperties properties = new()
        {
            Persistent = true,
            ContentType = "application/json",
            MessageId = entries[0].Message.MessageId,
            Headers = new Dictionary<string, object?> { [BusHeaders.Version] = 1 },
        };
        ReadOnlyMemory<byte> body = entries[0].Message.Body;
        if (entries.Count > 1)
        {
            properties.ContentType = HotBundle.ContentType;
            body = HotBundle.Write(entries);
        }
        else
        {
            properties.Headers[BusHeaders.TraceParent] = entries[0].TraceParent;
            properties.Headers[BusHeaders.Municipality] = entries[0].Message.Municipality;
        }

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await channel.PublishFirmlyAsync(queue, properties, body, patience.Token);
    }

    private Task DeclareOnceAsync(IChannel channel, string queue, CancellationToken ct)
    {
        lock (_declared)
        {
            return _declared.TryGetValue(queue, out Task? declared) && !declared.IsFaulted
                ? declared
                : _declared[queue] = HotQueues.DeclareAsync(channel, queue, ct);
        }
    }

    private void Forget(string queue)
    {
        lock (_declared)
        {
            _declared.Remove(queue);
        }
    }

    private static List<Post> Posts(IReadOnlyList<HotMessage> messages, string? traceParent) =>
        [
            .. messages
                .GroupBy(message => message.Queue)
                .SelectMany(group =>
                    group
                        .Select(message => new HotBundle.Entry(message, traceParent))
                        .Chunk(MaxBundle)
                        .Select(part => new Post(group.Key, part))
                ),
        ];

    private sealed record Post(string Queue, IReadOnlyList<HotBundle.Entry> Entries)
    {
        internal TaskCompletionSource Confirmed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
