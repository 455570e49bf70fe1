using System.Diagnostics;
using System.Globalization;
using Npgsql;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>Services as processes on a fresh database and vhost of the bench's servers, with the blueprint in force and accounts registered.</summary>
internal sealed class BenchSystem : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestBroker _broker;
    private readonly Dictionary<string, string> _settings;
    private readonly List<ServiceProcess> _services = [];

    private BenchSystem(TestDatabase database, TestBroker broker)
    {
        (_database, _broker) = (database, broker);
        _settings = ServiceSettings.For(
            database.ConnectionString,
            broker.DirectUri.ToString(),
            Directory.CreateTempSubdirectory("webcare-bench-").FullName
        );
        Source = NpgsqlDataSource.Create(database.ConnectionString);
    }

    internal NpgsqlDataSource Source { get; }

    internal string ConnectionString => _database.ConnectionString;

    internal string Secret => _settings["Apps__demo__Secret"];

    /// <summary>The API of a service, for an operator.</summary>
    internal HttpClient Operator(ServiceProcess service) => As(service, "GM0088", "operator", "admin");

    /// <summary>The API of a service, for somebody with these roles.</summary>
    internal HttpClient As(ServiceProcess service, string municipality, params string[] roles)
    {
        string token = new DevelopmentSigner(_settings["Development__SignerKey"]).Token("bench", "Bench", municipality, roles);
        return new() { BaseAddress = service.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    internal string Broker => _broker.DirectUri.ToString();

    internal Task<int> BrokerProcessAsync() => _broker.ProcessIdAsync();

    /// <summary>Those that were started, in that order.</summary>
    internal IReadOnlyList<ServiceProcess> Services => _services;

    internal static async Task<BenchSystem> CreateAsync() => new(await TestDatabase.CreateAsync(), await TestBroker.CreateAsync());

    internal async Task<ServiceProcess> StartAsync(string service, params (string Name, string Value)[] more)
    {
        Dictionary<string, string> settings = new(_settings);
        foreach ((string name, string value) in more)
        {
            settings[name] = value;
        }

        var process = new ServiceProcess(service, settings);
        _services.Add(process);
        await process.StartAsync();
        return process;
    }

    /// <summary>
    /// Migrates and publishes the starting blueprint through the command line, as <c>./webcare up</c> does. It is an ordinary morning: no message
    /// is answered by itself.
    /// </summary>
    internal async Task PublishBlueprintAsync()
    {
        await HubAsync("migrate");
        await using NpgsqlCommand clock = Source.CreateCommand("update hub.clock set offset_seconds = $1");
        clock.Parameters.Add(new NpgsqlParameter { Value = OfficeHours.SecondsAhead(DateTimeOffset.UtcNow) });
        await clock.ExecuteNonQueryAsync();
        await HubAsync("blueprint", "publish", ProjectFolders.Blueprint);
    }

    private async Task HubAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [ProjectFolders.Output("Hub"), .. arguments]);
        foreach ((string key, string value) in _settings)
        {
            start.Environment[key] = value;
        }

        using Process hub = Process.Start(start)!;
        await hub.WaitForExitAsync();
        if (hub.ExitCode != 0)
        {
            throw new InvalidOperationException($"The hub could not do: {string.Join(' ', arguments)}.");
        }
    }

    /// <summary>The lines of the register of municipalities: code, name, province, safety region and more.</summary>
    internal static IEnumerable<string> Register =>
        File.ReadLines(Path.Combine(ProjectFolders.Blueprint, "national", "register", "municipalities.csv")).Skip(1);

    /// <summary>Registers one account for each of the first <paramref name="count"/> municipalities of the register.</summary>
    internal async Task RegisterAsync(int count, string channel = "whatsapp")
    {
        string[] codes = [.. Register.Take(count).Select(line => line.Split(',')[0])];
        await using NpgsqlCommand command = Source.CreateCommand(
            """
            insert into channels.accounts (channel, app, id, tenant_id, name, changed_at)
            select $3, 'demo', number, code, number, now() from unnest($1, $2) as account(number, code)
            on conflict do nothing
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Range(0, codes.Length).Select(Webhooks.Number).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = codes });
        command.Parameters.Add(new NpgsqlParameter { Value = channel });
        await command.ExecuteNonQueryAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
    }

    /// <summary>The chat that <see cref="AddChatAsync"/> makes.</summary>
    internal const string Chat = "zwolle";

    /// <summary>A municipality's chat, on one website.</summary>
    internal async Task AddChatAsync(string website)
    {
        await using NpgsqlCommand command = Source.CreateCommand(
            """
            with account as (
                insert into channels.accounts (channel, app, id, tenant_id, changed_at) values ('chat', 'site', $1, 'GM0193', now()))
            insert into chat.sites (account, tenant_id, origins, changed_at) values ($1, 'GM0193', array[$2], now())
            """
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Chat });
        command.Parameters.Add(new NpgsqlParameter { Value = website });
        await command.ExecuteNonQueryAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
    }

    internal async Task<long> CountAsync(string sql)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProcess service in _services)
        {
            await service.DisposeAsync();
        }

        await Source.DisposeAsync();
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
    }
}
