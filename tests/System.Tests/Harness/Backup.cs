using System.Diagnostics;
using Npgsql;

namespace WebcareHub.SystemTests.Harness;

/// <summary>What an operator keeps of a hub: a dump of its database, and a copy of its files.</summary>
internal sealed class Backup(string connectionString, string filesPath, string folder)
{
    private readonly NpgsqlConnectionStringBuilder server = new(connectionString);

    private string Dump => Path.Combine(folder, "dump.sql");

    private string Files => Path.Combine(folder, "files");

    public static Backup Of(HubUnderTest hub, string name) =>
        new(
            hub.Servers.Postgres,
            hub.Settings["Files__Path"],
            Directory.CreateDirectory(Path.Combine(hub.Settings["Files__Path"], "..", name)).FullName
        );

    /// <summary>The whole database as text.</summary>
    public async Task<string> DumpAsync()
    {
        await RunAsync("pg_dump", ["--file", Dump, server.Database!]);
        return await File.ReadAllTextAsync(Dump);
    }

    public async Task TakeAsync()
    {
        await DumpAsync();
        Copy(filesPath, Files);
    }

    /// <summary>Puts database and files back as they were; the services must have stopped.</summary>
    public async Task RestoreAsync()
    {
        await Sql.OnServerAsync(connectionString, $"drop database {server.Database} with (force)");
        await Sql.OnServerAsync(connectionString, $"create database {server.Database}");
        await RunAsync(
            "psql",
            ["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null", "--file", Dump, server.Database!]
        );
        Directory.Delete(filesPath, true);
        Copy(Files, filesPath);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            program,
            ["--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, .. arguments]
        )
        {
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = server.Password ?? "" },
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
    }
}
