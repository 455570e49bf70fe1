using System.Text.Json;
using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Files;

/// <summary>The rows of files: wanted → stored, or never.</summary>
internal sealed class FileRows(Database database, Vault vault, TimeProvider time)
{
    // A download that takes longer is taken up by another process; storing twice is harmless.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private const int MaxAttempts = 10;

    internal sealed record Wanted(FileToFetch? File, Guid Id, int Attempts, string Channel);

    public async Task<Wanted?> ClaimAsync(string[] channels, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = database
            .Timer.CreateCommand(
                """
                update channels.files f set due_at = $3, attempts = f.attempts + 1
                where f.file_id = (
                    select file_id from channels.files where channel = any($1) and state = 0 and due_at <= $2
                    order by due_at limit 1 for update skip locked)
                returning f.file_id, f.tenant_id, f.app, f.account, f.resident_id, f.source, f.attempts, f.channel
                """
            )
            .With(channels, now, now + Lease);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
        {
            return null;
        }

        var file = new FileToFetch(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetGuid(4), null!);
        var source = row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5);
        var (attempts, channel) = (row.GetInt32(6), row.GetString(7));
        await row.CloseAsync();
        var plain = source is null ? null : await vault.OpenForAsync(file.Municipality, file.ResidentId, source, ct);
        var attachment = plain is null ? null : JsonSerializer.Deserialize(plain, InboundAttachmentJson.Default.InboundAttachment);
        return new(attachment is null ? null : file with { Source = attachment }, file.Id, attempts, channel);
    }

    public Task StoredAsync(Guid file, string contentType, long length, CancellationToken ct) =>
        database
            .Timer.CreateCommand(
                "update channels.files set state = 1, content_type = $2, length = $3, changed_at = $4 where file_id = $1 and state = 0"
            )
            .With(file, contentType, length, time.GetUtcNow())
            .ExecuteNonQueryAsync(ct);

    public Task NeverAsync(Guid file, string reason, CancellationToken ct) =>
        database
            .Timer.CreateCommand("update channels.files set state = 2, failure = $2, changed_at = $3 where file_id = $1 and state = 0")
            .With(file, reason, time.GetUtcNow())
            .ExecuteNonQueryAsync(ct);

    /// <summary>Again after 2, 4, 8 … s, at most an hour apart; in the end never.</summary>
    public Task LaterAsync(Wanted wanted, string reason, TimeSpan? after, CancellationToken ct)
    {
        var wait = after ?? TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, wanted.Attempts)));
        return wanted.Attempts >= MaxAttempts
            ? NeverAsync(wanted.Id, reason, ct)
            : database
                .Timer.CreateCommand("update channels.files set due_at = $2, attempts = attempts - $3 where file_id = $1 and state = 0")
                .With(wanted.Id, time.GetUtcNow() + wait, after is null ? 0 : 1)
                .ExecuteNonQueryAsync(ct);
    }

    /// <summary>Files whose end Routing has not heard of, locked until the transaction ends.</summary>
    public static async Task<List<AttachmentStored>> UntoldAsync(NpgsqlConnection connection, string[] channels, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select tenant_id, conversation_id, file_id, content_type, length, failure, changed_at from channels.files
            where channel = any($1) and not told and state > 0 order by changed_at limit 100 for update skip locked
            """,
            connection
        ).With((object)channels);
        await using var row = await command.ExecuteReaderAsync(ct);
        var untold = new List<AttachmentStored>();
        while (await row.ReadAsync(ct))
        {
            untold.Add(
                new(
                    row.GetString(0),
                    row.GetGuid(1),
                    row.GetGuid(2),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.GetInt64(4),
                    row.IsDBNull(5) ? null : row.GetString(5),
                    row.GetFieldValue<DateTimeOffset>(6)
                )
            );
        }

        return untold;
    }
}
