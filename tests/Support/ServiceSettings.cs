using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.Testing;

/// <summary>The environment that services of one test share: servers, keys, folders, the demo app.</summary>
public static class ServiceSettings
{
    /// <summary>Fresh keys and folders for services on this database and broker.</summary>
    /// <param name="folder">Where secrets, files and the ledger of deletions live.</param>
    public static Dictionary<string, string> For(string postgres, string rabbitMq, string folder) =>
        new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Postgres"] = postgres,
            ["ConnectionStrings__RabbitMq"] = rabbitMq,
            ["Vault__MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Vault__HashKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Development__SignerKey"] = Path.Combine(folder, "signer.pem"),
            ["Deletions__Path"] = Path.Combine(folder, "deletions"),
            ["Files__Path"] = Path.Combine(folder, "files"),
            ["Apps__demo__Secret"] = "demo-secret",
            ["Apps__demo__VerifyToken"] = "demo-verify",
        };

    /// <summary>The same for a service inside the test's own process.</summary>
    /// <param name="port">0: a free one.</param>
    public static void RunOn(
        this IConfigurationBuilder configuration,
        TestDatabase database,
        TestBroker broker,
        string folder,
        int port = 0
    )
    {
        var settings = For(database.ConnectionString, broker.ConnectionString, folder)
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), string? (setting) => setting.Value);
        settings["urls"] = $"http://127.0.0.1:{port}";
        configuration.AddInMemoryCollection(settings);
    }
}
