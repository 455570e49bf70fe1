using System.CommandLine;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Hub.Commands;

/// <summary>Accounts of municipalities at the platforms.</summary>
internal static class Accounts
{
    internal static Command Command() => new("account", "Accounts of municipalities at the platforms.") { Add(), List(), Withdraw() };

    private static Command Add()
    {
        Option<string> channel = new("--channel") { DefaultValueFactory = _ => Channel.WhatsApp };
        Option<string> app = new("--app") { Description = "Name of the platform app.", Required = true };
        Option<string> id = new("--id") { Description = "The platform's id: WhatsApp's phone_number_id.", Required = true };
        Option<string> municipality = new("--municipality") { Description = "CBS code.", Required = true };
        Option<string?> number = new("--number") { Description = "What residents see." };
        Option<string?> server = new("--server") { Description = "Where the account lives, for Mastodon and Bluesky: an https address." };
        Option<FileInfo?> token = new("--access-token-file") { Description = "File that holds the platform's token to send with." };
        Command add = new("add", "Register an account, or change it.") { channel, app, id, municipality, number, server, token };
        add.SetAction(
            async (parsed, ct) =>
            {
                string? secret = parsed.GetValue(token) is { } file ? (await File.ReadAllTextAsync(file.FullName, ct)).Trim() : null;
                NewChannelAccount account = new(
                    parsed.GetValue(channel)!,
                    parsed.GetValue(app)!,
                    parsed.GetValue(id)!,
                    parsed.GetValue(municipality)!,
                    parsed.GetValue(number),
                    secret,
                    parsed.GetValue(server)
                );
                return await AddAsync(account, ct);
            }
        );
        return add;
    }

    private static async Task<int> AddAsync(NewChannelAccount account, CancellationToken ct)
    {
        if (!Channel.All.Contains(account.Channel))
        {
            await Console.Error.WriteLineAsync($"There is no channel {account.Channel}.");
            return 1;
        }

        await using WebApplication app = OneProcess.Build([]);
        if (await app.Services.GetRequiredService<AccountRegister>().AddAsync(account, ct))
        {
            Console.WriteLine($"{account.Channel} {account.App} {account.Id} {account.Municipality}");
            return 0;
        }

        await Console.Error.WriteLineAsync("Another municipality has this account.");
        return 1;
    }

    private static Command List()
    {
        Command list = new("list", "All accounts, and how they are doing.");
        list.SetAction(
            async (_, ct) =>
            {
                await using WebApplication app = OneProcess.Build([]);
                DateTimeOffset now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
                foreach (ChannelAccount account in await app.Services.GetRequiredService<AccountRegister>().ListAsync(null, ct))
                {
                    string name = account.Number is null ? "" : $" {account.Number}";
                    Console.WriteLine($"{account.Channel} {account.App} {account.Id} {account.Municipality}{name}");
                    Console.WriteLine($"    {HealthInWords.Of(account.Health, now)}");
                }
            }
        );
        return list;
    }

    private static Command Withdraw()
    {
        Option<string> channel = new("--channel") { Required = true };
        Option<string> app = new("--app") { Description = "Name of the platform app.", Required = true };
        Option<string> id = new("--id") { Description = "The platform's id, as `account list` shows it.", Required = true };
        Option<string> municipality = new("--municipality") { Description = "CBS code.", Required = true };
        Command withdraw = new("withdraw", "End the use of an account: its token is forgotten, its conversations stay readable.")
        {
            channel,
            app,
            id,
            municipality,
        };
        withdraw.SetAction(
            (parsed, ct) =>
                WithdrawAsync(parsed.GetValue(municipality)!, parsed.GetValue(channel)!, parsed.GetValue(app)!, parsed.GetValue(id)!, ct)
        );
        return withdraw;
    }

    private static async Task<int> WithdrawAsync(string municipality, string channel, string app, string id, CancellationToken ct)
    {
        await using WebApplication hub = OneProcess.Build([]);
        if (await hub.Services.GetRequiredService<AccountRegister>().WithdrawAsync(municipality, channel, app, id, ct))
        {
            Console.WriteLine($"{channel} {app} {id} {municipality} is withdrawn. The rest is in deploy/runbook.md.");
            return 0;
        }

        await Console.Error.WriteLineAsync("This municipality has no such account.");
        return 1;
    }
}
