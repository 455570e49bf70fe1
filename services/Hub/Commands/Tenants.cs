using System.CommandLine;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Hub.Commands;

/// <summary>Municipalities, and the identity providers that speak for them.</summary>
internal static class Tenants
{
    internal static Command Command() => new("tenant", "Municipalities and their identity providers.") { List(), Issuer() };

    private static Command List()
    {
        Command list = new("list", "The identity providers and the municipalities each may speak for.");
        list.SetAction(
            async (_, ct) =>
            {
                await using WebApplication app = OneProcess.Build([]);
                await using NpgsqlCommand command = app
                    .Services.GetRequiredService<Database>()
                    .Owner.CreateCommand(
                        "select authority, audience, array_to_string(municipalities, ' ') from hub.issuers order by authority"
                    );
                await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
                while (await reader.ReadAsync(ct))
                {
                    Console.WriteLine($"{reader.GetString(0)} ({reader.GetString(1)}): {reader.GetString(2)}");
                }
            }
        );
        return list;
    }

    private static Command Issuer()
    {
        Option<string> authority = new("--authority") { Description = "The issuer, exactly as its tokens name it.", Required = true };
        Option<string> audience = new("--audience") { DefaultValueFactory = _ => "webcare" };
        Option<string[]> municipalities = new("--municipality")
        {
            Description = "CBS codes.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        Command issuer = new("issuer", "Register an identity provider for municipalities, or change it.")
        {
            authority,
            audience,
            municipalities,
        };
        issuer.SetAction(
            async (parsed, ct) =>
                await RegisterAsync(parsed.GetValue(authority)!, parsed.GetValue(audience)!, parsed.GetValue(municipalities)!, ct)
        );
        return issuer;
    }

    private static async Task RegisterAsync(string authority, string audience, string[] municipalities, CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        await using NpgsqlCommand command = app
            .Services.GetRequiredService<Database>()
            .Owner.CreateCommand(
                """
                insert into hub.issuers (authority, audience, municipalities) values ($1, $2, $3)
                on conflict (authority) do update set audience = excluded.audience, municipalities = excluded.municipalities
                """
            );
        command.Parameters.Add(new() { Value = authority });
        command.Parameters.Add(new() { Value = audience });
        command.Parameters.Add(new() { Value = municipalities });
        await command.ExecuteNonQueryAsync(ct);
        Console.WriteLine($"{authority}: {string.Join(' ', municipalities)}");
    }
}
