using System.Text.Json;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Writing;

namespace WebcareHub.Ingest.Chat.Files;

/// <summary>The rows of files. A visitor's own waits here, sealed under the master key, until it is stored for the resident.</summary>
internal sealed class VisitFiles(Database database, Vault vault, TimeProvider time)
{
    private const string Purpose = "chat.files";

    /// <summary>Uploaded and never sent, or ever: what one visitor may leave here.</summary>
    private const int MostWaiting = 10;
    private const int MostInAll = 100;

    /// <summary>Keeps an upload. The same upload again gives the same file; null when this visitor has left too many.</summary>
    public async Task<ItemFile?> KeepAsync(Visit visit, Guid upload, ItemFile file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        var details = JsonSerializer.SerializeToUtf8Bytes(file, ItemJson.Default.ItemFile);
        await using var insert = new NpgsqlCommand(
            $"""
            insert into chat.files (visit_id, file_id, tenant_id, upload_id, details, content, announced, at)
            select $1, $2, $3, $4, $5, $6, false, $7
            where (select count(*) < {MostInAll} and count(*) filter (where not announced) < {MostWaiting} from chat.files where visit_id = $1)
            on conflict (visit_id, upload_id) do nothing
            """,
            transaction.Connection
        ).With(
            visit.Id,
            file.Id,
            visit.Municipality,
            upload,
            vault.Seal(Purpose, details),
            vault.Seal(Purpose, content.Span),
            time.GetUtcNow()
        );
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = new NpgsqlCommand(
            "select details from chat.files where visit_id = $1 and upload_id = $2 and details is not null",
            transaction.Connection
        ).With(visit.Id, upload);
        var kept = await select.ExecuteScalarAsync(ct) is byte[] bytes ? Details(bytes) : null;
        await transaction.CommitAsync(ct);
        return kept;
    }

    /// <summary>These uploads go with a message now: once, and only this visitor's.</summary>
    public async Task<IReadOnlyList<ItemFile>> AnnounceAsync(NpgsqlConnection connection, Visit visit, Guid[] uploads, CancellationToken ct)
    {
        if (uploads.Length == 0)
        {
            return [];
        }

        await using var command = new NpgsqlCommand(
            "update chat.files set announced = true where visit_id = $1 and upload_id = any($2) and not announced returning upload_id, details",
            connection
        ).With(visit.Id, uploads);
        var announced = new List<(Guid Upload, ItemFile File)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            announced.Add((row.GetGuid(0), Details(row.GetFieldValue<byte[]>(1))));
        }

        return [.. announced.OrderBy(one => Array.IndexOf(uploads, one.Upload)).Select(one => one.File)];
    }

    /// <summary>These files of the municipality may be fetched by this visitor.</summary>
    public static async Task ShowAsync(
        NpgsqlConnection connection,
        Visit visit,
        IReadOnlyList<ItemFile> files,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var file in files)
        {
            await using var command = new NpgsqlCommand(
                "insert into chat.files (visit_id, file_id, tenant_id, announced, at) values ($1, $2, $3, true, $4) on conflict do nothing",
                connection
            ).With(visit.Id, file.Id, visit.Municipality, now);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Whether this file is of this visit, and what is kept here of it.</summary>
    public async Task<(bool IsTheirs, byte[]? Content)> FindAsync(Visit visit, Guid file, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        await using var command = new NpgsqlCommand(
            "select content from chat.files where visit_id = $1 and file_id = $2",
            transaction.Connection
        ).With(visit.Id, file);
        await using var row = await command.ExecuteReaderAsync(ct);
        return !await row.ReadAsync(ct) ? (false, null)
            : row.IsDBNull(0) ? (true, null)
            : (true, vault.Open(Purpose, row.GetFieldValue<byte[]>(0)));
    }

    /// <summary>A visitor's upload, opened; null when it is not here.</summary>
    public async Task<byte[]?> OpenAsync(string municipality, Guid file, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            "select content from chat.files where file_id = $1 and content is not null",
            transaction.Connection
        ).With(file);
        return await command.ExecuteScalarAsync(ct) is byte[] bytes ? vault.Open(Purpose, bytes) : null;
    }

    private ItemFile Details(byte[] bytes) => JsonSerializer.Deserialize(vault.Open(Purpose, bytes), ItemJson.Default.ItemFile)!;
}
