using System.CommandLine;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using AccountRegister = WebcareHub.Channels.Accounts.Accounts;

namespace WebcareHub.Hub.Commands;

/// <summary>Accounts of municipalities at the platforms.</summary>
internal static class Accounts
{
    internal static Command Command() => new("account", "Accounts of municipalities at the platforms.") { Add(), List() };

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
        Command list = new("list", "All accounts.");
        list.SetAction(
            async (_, ct) =>
            {
                await using WebApplication app = OneProcess.Build([]);
                foreach (ChannelAccount account in await app.Services.GetRequiredService<AccountRegister>().ListAsync(null, ct))
                {
                    Console.WriteLine($"{account.Channel} {account.App} {account.Id} {account.Municipality} {account.Number}");
                }
            }
        );
        return list;
    }
}
