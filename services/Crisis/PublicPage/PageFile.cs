using System.Text.Json;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>
/// What the pages are made of, kept in a file beside the database: <c>PublicPage:Path</c>, else <c>public-pages.json</c> beside the folder
/// <c>Deletions:Path</c>. It holds only what everybody may read.
/// </summary>
internal sealed class PageFile(IConfiguration configuration, ILogger<PageFile> log)
{
    /// <summary>Null when nothing was kept, or it cannot be read.</summary>
    internal PageSource? Read()
    {
        try
        {
            return Path is { } path && File.Exists(path) ? JsonSerializer.Deserialize<PageSource>(File.ReadAllBytes(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogWarning("The public pages kept before cannot be read: {Failure}", failure.Message);
            return null;
        }
    }

    /// <summary>Whole or not at all. Without it the pages are served all the same, as long as this process lives.</summary>
    internal async Task WriteAsync(PageSource source, CancellationToken ct)
    {
        if (Path is not { } path)
            return;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var own = $"{path}.{Environment.ProcessId}";
            await File.WriteAllBytesAsync(own, JsonSerializer.SerializeToUtf8Bytes(source), ct);
            File.Move(own, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The public pages cannot be kept: {Failure}", failure.Message);
        }
    }

    private string? Path =>
        configuration["PublicPage:Path"] is { Length: > 0 } told ? System.IO.Path.GetFullPath(told)
        : configuration["Deletions:Path"] is { Length: > 0 } deletions
            ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(deletions))!, "public-pages.json")
        : null;
}
