using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace WebcareHub.EventStore;

/// <summary>
/// The deletions, outside the database: one line of JSON each in <c>deletions.jsonl</c> in the folder <c>Deletions:Path</c> (else the folder
/// <c>deletions</c> under <c>Files:Path</c>). Several processes may append.
/// </summary>
public sealed class DeletionLedger(IConfiguration configuration)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Appends a line; on disk when this returns.</summary>
    /// <exception cref="InvalidOperationException">No folder is configured: a deletion that a backup would undo is refused.</exception>
    public async Task AppendAsync(ResidentDeletion deletion, CancellationToken ct)
    {
        var path =
            Path()
            ?? throw new InvalidOperationException("Deletions:Path is not configured: deletions would not survive a restored backup.");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await using var file = await OpenAsync(path, FileAccess.ReadWrite, ct);
        file.Seek(0, SeekOrigin.End);
        // The line break comes first: a line that broke off in a crash then spoils no other.
        await file.WriteAsync((byte[])[.. NewLine, .. JsonSerializer.SerializeToUtf8Bytes(deletion), .. NewLine], ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>All lines, oldest first. A line that broke off in a crash is passed over: its deletion was never confirmed.</summary>
    public async Task<IReadOnlyList<ResidentDeletion>> ReadAsync(CancellationToken ct)
    {
        if (Path() is not { } path || !File.Exists(path))
        {
            return [];
        }
        await using var file = await OpenAsync(path, FileAccess.Read, ct);
        using var reader = new StreamReader(file);
        var deletions = new List<ResidentDeletion>();
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (Parse(line) is { } deletion)
            {
                deletions.Add(deletion);
            }
        }
        return deletions;
    }

    private static ResidentDeletion? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<ResidentDeletion>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One process at a time; the others wait.</summary>
    private static async Task<FileStream> OpenAsync(string path, FileAccess access, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.None);
            }
            catch (IOException) when (attempt < 500)
            {
                await Task.Delay(10, ct);
            }
        }
    }

    private string? Path() =>
        configuration["Deletions:Path"] is { Length: > 0 } folder ? System.IO.Path.Combine(folder, "deletions.jsonl")
        : configuration["Files:Path"] is { Length: > 0 } files ? System.IO.Path.Combine(files, "deletions", "deletions.jsonl")
        : null;
}
