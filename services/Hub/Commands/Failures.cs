using System.CommandLine;
using Npgsql;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Hub.Commands;

/// <summary>What an operator can do something about is a sentence; the rest is a bug and shows where it is.</summary>
internal static class Failures
{
    private static readonly InvocationConfiguration Ours = new() { EnableDefaultExceptionHandler = false };

    /// <summary>Exit code: that of the command; 1 when it failed.</summary>
    internal static async Task<int> RunAsync(this ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(Ours);
        }
#pragma warning disable CA1031 // The end of the program: there is nobody left to catch it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(Sentence(failure) ?? $"Unhandled exception: {failure}");
            return 1;
        }
    }

    private static string? Sentence(Exception failure) =>
        failure switch
        {
            MissingConfigurationException => $"{failure.Message} WebcareHub does not run from this folder: start it with ./webcare up.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable } =>
                "The database is still empty. Make it with ./webcare migrate, or start everything with ./webcare up.",
            _ when Infrastructure.IsAway(failure) => $"The database or the broker does not answer: {failure.GetBaseException().Message}",
            _ => null,
        };
}
