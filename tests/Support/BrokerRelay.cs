using System.Net;
using System.Net.Sockets;

namespace WebcareHub.Testing;

/// <summary>
/// A door of our own before the broker that passes bytes on, both ways. Closing it is a broker that goes away: at once, for one vhost, and
/// without the server's list of connections, which lags seconds behind.
/// </summary>
internal sealed class BrokerRelay : IAsyncDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly Lock _lock = new();
    private readonly Dictionary<Link, Task> _links = [];
    private readonly Uri _broker;
    private readonly Task _welcoming;
    private bool _closed;
    private volatile TaskCompletionSource? _silence;

    /// <summary>Opens it before the broker at this address.</summary>
    public BrokerRelay(Uri broker)
    {
        _broker = broker;
        _door.Start();
        _welcoming = WelcomeAsync();
    }

    /// <summary>Where to knock, on 127.0.0.1; the same for as long as it lives.</summary>
    public int Port => ((IPEndPoint)_door.LocalEndpoint).Port;

    /// <summary>Whether who knocks from now on is turned away; who is in stays.</summary>
    public void SetClosed(bool closed)
    {
        lock (_lock)
        {
            _closed = closed;
        }
    }

    /// <summary>Holds all bytes back while every connection stands, as a broker does whose machine hangs; or passes on what it held.</summary>
    public void SetSilent(bool silent)
    {
        TaskCompletionSource? before = _silence;
        _silence = silent ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        before?.SetResult();
    }

    /// <summary>Resets every connection. Returns how many there were, once all are gone.</summary>
    public async Task<int> ResetAsync()
    {
        Task[] ends;
        lock (_lock)
        {
            ends = [.. _links.Values];
            foreach (Link link in _links.Keys)
            {
                link.Reset();
            }
        }

        await Task.WhenAll(ends);
        return ends.Length;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        SetSilent(false);
        _door.Stop();
        await _welcoming;
        await ResetAsync();
    }

    private async Task WelcomeAsync()
    {
        try
        {
            while (true)
            {
                Welcome(new Link(await _door.AcceptSocketAsync(), HeardAsync));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // There is no door any more.
        }
    }

    // The port stays ours while it is closed: who knocks is let in and reset, instead of refused by the system.
    private void Welcome(Link link)
    {
        lock (_lock)
        {
            if (_closed)
            {
                link.Reset();
            }
            else
            {
                _links[link] = CarryAsync(link);
            }
        }
    }

    private Task HeardAsync() => _silence?.Task ?? Task.CompletedTask;

    private async Task CarryAsync(Link link)
    {
        await Task.Yield(); // so that it is on the list before it can leave it
        await link.CarryAsync(_broker.Host, _broker.Port);
        lock (_lock)
        {
            _links.Remove(link);
        }
    }

    /// <summary>One connection: a service on this side, the broker on the other.</summary>
    private sealed class Link(Socket service, Func<Task> heard) : IDisposable
    {
        private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);

        internal async Task CarryAsync(string host, int port)
        {
            try
            {
                (service.NoDelay, _server.NoDelay) = (true, true);
                await _server.ConnectAsync(host, port);
                await Task.WhenAll(PassOnAsync(service, _server), PassOnAsync(_server, service));
                Dispose();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                Reset();
            }
        }

        /// <summary>Without a goodbye to either side.</summary>
        internal void Reset()
        {
            service.Close(timeout: 0);
            _server.Close(timeout: 0);
        }

        public void Dispose()
        {
            service.Dispose();
            _server.Dispose();
        }

        // One side that breaks off ends the other as well: without that, the second would wait for bytes for ever.
        private async Task PassOnAsync(Socket from, Socket to)
        {
            try
            {
                byte[] buffer = new byte[64 * 1024];
                for (int read; (read = await from.ReceiveAsync(buffer)) > 0; )
                {
                    await heard();
                    await to.SendAsync(buffer.AsMemory(0, read));
                }

                to.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                Reset();
            }
        }
    }
}
