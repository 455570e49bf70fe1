using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WebcareHub.Testing;

/// <summary>One service as its own process, from its build output: started, waited for, killed without warning, started again.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private readonly string _assembly;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string[] _arguments;
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;
    private bool _killed;

    /// <summary>Prepares it; nothing runs yet.</summary>
    /// <param name="service">Folder under <c>services</c> or <c>tests</c>: <c>Ingest.WhatsApp</c>, <c>PlatformSimulator</c>.</param>
    /// <param name="settings">Environment, e.g. <c>ConnectionStrings__Postgres</c>. <c>Urls</c> is set to <see cref="Address"/>.</param>
    /// <param name="arguments">For a program with commands, as the Hub: <c>serve</c>.</param>
    public ServiceProcess(string service, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        Name = service;
        _assembly = ProjectFolders.Output(service);
        _settings = settings;
        _arguments = arguments;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    /// <summary>The service's name.</summary>
    public string Name { get; }

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address { get; }

    /// <summary>Everything it has written, over all its lives.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Largest working set so far, in bytes, of the present life.</summary>
    public long PeakMemory => _process is { HasExited: false } running ? Refreshed(running).PeakWorkingSet64 : 0;

    /// <summary>Processor time of the present life.</summary>
    public TimeSpan Processor => _process is { HasExited: false } running ? Refreshed(running).TotalProcessorTime : TimeSpan.Zero;

    /// <summary>Starts it and waits until it says it is ready; one that ends instead is not waited for.</summary>
    public async Task StartAsync(string readyPath = "/health/ready", double seconds = 180)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { _assembly },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(_arguments, start.ArgumentList.Add);
        start.WorkingDirectory = Path.GetDirectoryName(_assembly)!;
        start.Environment["Urls"] = Address.ToString();
        foreach ((string key, string value) in _settings)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _killed = false;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync(readyPath, seconds);
    }

    /// <summary>SIGKILL: no chance to say goodbye. Nothing when it never ran.</summary>
    public async Task KillAsync()
    {
        ThrowIfFallen();
        _killed = true;
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Throws, with its last words, when it ended by itself: whoever waits for what it would do waits for nothing.</summary>
    public void ThrowIfFallen()
    {
        if (_process is { HasExited: true } && !_killed)
        {
            // Its last words may still be on their way.
            _process.WaitForExit();
            throw new InvalidOperationException($"{Name} ended by itself, with {_process.ExitCode}.\n{LastWords()}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        KeepLog();
    }

    /// <summary>For whoever looks into a failure: <c>WEBCARE_SYSTEM_LOGS</c> names a folder.</summary>
    private void KeepLog()
    {
        if (Environment.GetEnvironmentVariable("WEBCARE_SYSTEM_LOGS") is { Length: > 0 } kept)
        {
            File.WriteAllLines(Path.Combine(Directory.CreateDirectory(kept).FullName, $"{Name}-{Address.Port}.log"), Log);
        }
    }

    /// <summary>A port nobody listens on, below those that systems lend to outgoing connections: it is still free when a process dies.</summary>
    public static int FreePort()
    {
        while (true)
        {
            int port = Random.Shared.Next(12_000, 32_000);
            try
            {
                using TcpListener listener = new(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one may be free.
            }
        }
    }

    private async Task ReadyAsync(string path, double seconds)
    {
        using HttpClient client = new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        Stopwatch watch = Stopwatch.StartNew();
        while (!await AnswersAsync(client, path))
        {
            ThrowIfFallen();
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"{Name} is not ready after {watch.Elapsed.TotalSeconds:0} s.\n{LastWords()}");
            }

            await Task.Delay(100);
        }

        // Somebody else could answer in its place.
        ThrowIfFallen();
    }

    private string LastWords() => string.Join('\n', _log.TakeLast(30));

    private static async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync(path);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _log.Enqueue(line);
        }
    }

    private static Process Refreshed(Process process)
    {
        process.Refresh();
        return process;
    }
}
