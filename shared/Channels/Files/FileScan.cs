using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.Channels.Files;

/// <summary>
/// The hook for a virus scanner: <c>Files:Scan</c> names a command that reads the file on its standard input and ends with 0 when it is clean.
/// Without the setting nothing is scanned.
/// </summary>
public sealed class FileScan(IConfiguration configuration)
{
    private readonly string? command = configuration["Files:Scan"];

    internal Running Start()
    {
        if (string.IsNullOrWhiteSpace(command))
        {
            return new(null);
        }

        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start));
    }

    /// <summary>One file under scan.</summary>
    internal sealed class Running(Process? process) : IAsyncDisposable
    {
        public async Task AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
        {
            try
            {
                await (process?.StandardInput.BaseStream.WriteAsync(bytes, ct) ?? ValueTask.CompletedTask);
            }
            catch (IOException)
            {
                // The scanner has made up its mind before the end; its exit code says how.
            }
        }

        /// <summary>Null when clean, or the sentence a colleague reads.</summary>
        public async Task<string?> FinishAsync(CancellationToken ct)
        {
            if (process is null)
            {
                return null;
            }

            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0 ? null : "De virusscanner keurde dit bestand af.";
        }

        public ValueTask DisposeAsync()
        {
            if (process is { HasExited: false })
            {
                process.Kill();
            }

            process?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
