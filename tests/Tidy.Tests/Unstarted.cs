namespace WebcareHub.Tidy.Tests;

/// <summary>What a service asks for before it lets itself be built.</summary>
internal static class Unstarted
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    internal static IReadOnlyList<string> Settings { get; } =
    [
        "--environment=Development",
        "--ConnectionStrings:Postgres=Host=127.0.0.1;Database=none",
        "--ConnectionStrings:RabbitMq=amqp://127.0.0.1",
        $"--Vault:MasterKey={Key}",
        $"--Vault:HashKey={Key}",
        "--Oidc:Authority=https://organisatie.example",
    ];
}
