using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.Channels.Files;

/// <summary>
/// The hook for a virus scanner: <c>Files:Scan</c> names a command that reads the file on its standard input and ends with 0 when it is clean, 1 when
/// it is not, and anything else when it could not tell. Without the setting nothing is scanned; with a scanner that does not work nothing is stored.
/// </summary>
public sealed class FileScan(IConfiguration configuration)
{
    private const string Refused = "De virusscanner keurde dit bestand af.";
    private const string Broken = "De virusscanner werkt nu niet. Het bestand is niet bewaard.";

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
        try
        {
            var process = Process.Start(start);
            // Read and thrown away: a scanner that says much would wait for a reader for ever.
            process?.BeginOutputReadLine();
            process?.BeginErrorReadLine();
            return new(process);
        }
        catch (Win32Exception)
        {
            return new(null, isBroken: true);
        }
    }

    /// <summary>What the scanner made of it.</summary>
    /// <param name="Refusal">The sentence a colleague reads; null when it may be stored.</param>
    internal sealed record Verdict(string? Refusal, bool MayHelpLater = false);

    /// <summary>One file under scan.</summary>
    internal sealed class Running(Process? process, bool isBroken = false) : IAsyncDisposable
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

        public async Task<Verdict> FinishAsync(CancellationToken ct)
        {
            if (process is null)
            {
                return new(isBroken ? Broken : null, isBroken);
            }

            Close(process);
            await process.WaitForExitAsync(ct);
            return process.ExitCode switch
            {
                0 => new(null),
                1 => new(Refused),
                _ => new(Broken, MayHelpLater: true),
            };
        }

        // The scanner may be gone before it has read everything.
        private static void Close(Process process)
        {
            try
            {
                process.StandardInput.Close();
            }
            catch (IOException) { }
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
