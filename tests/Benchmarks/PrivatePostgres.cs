using System.Diagnostics;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>A PostgreSQL of this bench alone, which it may stop; while it lives, databases of tests are made on it.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Variable = "WEBCARE_TEST_POSTGRES";
    private readonly string _folder = Directory.CreateTempSubdirectory("webcare-bench-pg-").FullName;
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly int _port = ServiceProcess.FreePort();

    private PrivatePostgres() { }

    internal static async Task<PrivatePostgres> StartAsync()
    {
        PrivatePostgres postgres = new();
        await postgres.StartAgainAsync();
        Environment.SetEnvironmentVariable(Variable, $"Host=127.0.0.1;Port={postgres._port};Username=postgres");
        return postgres;
    }

    internal Task StartAgainAsync() => ScriptAsync("start", _folder, $"{_port}");

    internal Task StopAsync() => ScriptAsync("stop", _folder);

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        await StopAsync();
        Directory.Delete(_folder, true);
    }

    private static async Task ScriptAsync(params string[] arguments)
    {
        string script = Path.Combine(ProjectFolders.Root, "deploy", "local", "postgres.sh");
        using Process process = Process.Start("bash", [script, .. arguments]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL: {string.Join(' ', arguments)} failed.");
        }
    }
}
