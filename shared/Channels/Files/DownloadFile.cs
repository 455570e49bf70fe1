using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Files;

/// <summary>A stored file, for colleagues of the municipality whose resident it is from, and for who helps them with that question.</summary>
internal static class DownloadFile
{
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static async Task<Results<PushStreamHttpResult, NotFound>> Get(
        Guid id,
        Caller caller,
        Database database,
        FileStore store,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var found = await FindAsync(id, caller.Municipality, database, ct);
        if (found is null && await HelpedFiles.OwnerOfFileAsync(id, caller, database, ct) is { } owner)
        {
            found = await FindAsync(id, owner, database, ct);
        }

        if (found is not { } file)
        {
            return TypedResults.NotFound();
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.ContentDisposition = Shown(file.ContentType) ? "inline" : $"attachment; filename=\"bestand-{id:N}\"";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "private, no-store";
        response.ContentLength = file.Length;
        return TypedResults.Stream(target => store.CopyToAsync(file.Place, target, ct), file.ContentType);
    }

    private sealed record Found(FileStore.Place Place, string ContentType, long Length);

    private static async Task<Found?> FindAsync(Guid id, string municipality, Database database, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            "select tenant_id, resident_id, content_type, length from channels.files where file_id = $1 and state = 1",
            transaction.Connection
        ).With(id);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new(new(row.GetString(0), row.GetGuid(1), id), row.GetString(2), row.GetInt64(3)) : null;
    }

    // Pictures, sound and film cannot run anything; all else is only saved.
    private static bool Shown(string type) =>
        type.StartsWith("image/", StringComparison.Ordinal)
        || type.StartsWith("audio/", StringComparison.Ordinal)
        || type.StartsWith("video/", StringComparison.Ordinal);
}
