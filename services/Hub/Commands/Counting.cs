using System.CommandLine;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Hub.Commands;

/// <summary>What Monitoring counts: how far it is, and counting it anew.</summary>
internal static class Counting
{
    internal static Command Command() => new("monitoring", "What is counted of the log.") { Status(), Rebuild() };

    private static Command Status()
    {
        Command status = new("status", "How far the counting is behind the log, and which counts there are.");
        status.SetAction(async (_, ct) => await WithAsync(counting => counting.TellAsync(Console.Out, ct)));
        return status;
    }

    private static Command Rebuild()
    {
        Argument<string[]> wanted = new("what")
        {
            Description = $"{string.Join(", ", CountingAnew.Names)}; all when left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        wanted.AcceptOnlyFromAmong([.. CountingAnew.Names]);
        Command rebuild = new("rebuild", "Count anew from the log, while the present count serves. The running service does the work.")
        {
            wanted,
        };
        rebuild.SetAction(
            async (parsed, ct) => await WithAsync(counting => counting.RunAsync(parsed.GetValue(wanted) ?? [], Console.Out, ct))
        );
        return rebuild;
    }

    private static async Task WithAsync(Func<CountingAnew, Task> work)
    {
        await using WebApplication app = OneProcess.Build([]);
        await work(app.Services.GetRequiredService<CountingAnew>());
    }
}
