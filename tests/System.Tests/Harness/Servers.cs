using System.Diagnostics;
using Npgsql;

namespace WebcareHub.SystemTests.Harness;

/// <summary>PostgreSQL and RabbitMQ for one test: a database and vhost on the shared ones, or servers of its own that it may kill.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private readonly TestDatabase? database;
    private readonly TestBroker? broker;

    private Servers(TestDatabase database, TestBroker broker) =>
        (this.database, this.broker, Postgres, RabbitMq) = (database, broker, database.ConnectionString, broker.ConnectionString);

    private Servers(PrivateServer postgres, PrivateServer rabbitMq)
    {
        (OwnPostgres, OwnRabbitMq) = (postgres, rabbitMq);
        Postgres = $"Host=127.0.0.1;Port={postgres.Port};Username=postgres;Database=webcare;Maximum Pool Size=30";
        RabbitMq = $"amqp://guest:guest@127.0.0.1:{rabbitMq.Port}";
    }

    public string Postgres { get; }

    public string RabbitMq { get; }

    /// <summary>The vhost on the shared broker.</summary>
    public TestBroker Broker => broker ?? throw new InvalidOperationException("This hub has a broker of its own.");

    public PrivateServer? OwnPostgres { get; }

    public PrivateServer? OwnRabbitMq { get; }

    public static async Task<Servers> ShareAsync() => new(await TestDatabase.CreateAsync(), await TestBroker.CreateAsync());

    /// <summary>Starts servers under <paramref name="folder"/>, durable as in production.</summary>
    public static async Task<Servers> OwnAsync(string folder)
    {
        var postgres = new PrivateServer("postgres.sh", Path.Combine(folder, "postgres"));
        var rabbitMq = new PrivateServer("rabbitmq.sh", Path.Combine(folder, "rabbitmq"));
        await Task.WhenAll(postgres.StartAsync(), rabbitMq.StartAsync());
        var servers = new Servers(postgres, rabbitMq);
        await Sql.OnServerAsync(servers.Postgres, "create database webcare");
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        if (broker is not null)
            await broker.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (OwnPostgres is not null)
            await OwnPostgres.StopAsync();
        if (OwnRabbitMq is not null)
            await OwnRabbitMq.StopAsync();
    }
}

/// <summary>A server of <c>deploy/local</c>, started by its script.</summary>
internal sealed class PrivateServer(string script, string folder)
{
    // RabbitMQ takes its management, node and name server on the three ports above its own.
    public int Port { get; } = FreeRange();

    public async Task StartAsync()
    {
        await Run("start", folder, $"{Port}");
        // Connections of its last life wait in pools still.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => Run("kill", folder);

    public Task StopAsync() => Run("stop", folder);

    private static int FreeRange()
    {
        while (true)
        {
            var port = ServiceProcess.FreePort();
            if (port < 60_000 && Enumerable.Range(port, 4).All(Free))
                return port;
        }
    }

    private static bool Free(int port)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private async Task Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(ProjectFolders.Root, "deploy", "local", script), arguments);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} {arguments[0]} ended with {process.ExitCode}.");
    }
}
