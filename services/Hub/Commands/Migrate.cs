using System.CommandLine;
using WebcareHub.EventStore;

namespace WebcareHub.Hub.Commands;

internal static class Migrate
{
    internal static Command Command()
    {
        Command command = new("migrate", "Bring the database to the form this version expects; makes it when there is none.");
        command.SetAction(async (_, ct) => await RunAsync(ct));
        return command;
    }

    private static async Task RunAsync(CancellationToken ct)
    {
        await using WebApplication app = OneProcess.Build([]);
        await NewDatabase.EnsureAsync(app.Configuration, ct);
        await app.Services.GetRequiredService<Migrations>().RunAsync(ct);
    }
}
