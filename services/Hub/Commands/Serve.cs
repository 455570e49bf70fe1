using System.CommandLine;

namespace WebcareHub.Hub.Commands;

internal static class Serve
{
    internal static Command Command()
    {
        Command command = new("serve", "Run every service in this process, until it is told to stop.");
        command.SetAction(async (_, ct) => await OneProcess.Build([]).RunAsync(ct));
        return command;
    }

    private static async Task RunAsync(this WebApplication app, CancellationToken ct)
    {
        await app.StartAsync(ct);
        await app.WaitForShutdownAsync(ct);
        await app.DisposeAsync();
    }
}
