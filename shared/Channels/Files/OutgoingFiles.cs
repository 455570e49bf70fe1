using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Files;

/// <summary>Gives an adapter the files that go with an answer. Its connection goes back before a file is opened, which needs one too.</summary>
public sealed class OutgoingFiles(Database database, FileStore store)
{
    /// <summary>A file of this resident, opened in memory (at most 16 MB). Null when it is not theirs, or gone.</summary>
    public async Task<(byte[] Content, string ContentType)?> OpenAsync(string municipality, Guid resident, Guid file, CancellationToken ct)
    {
        if (await DescribeAsync(municipality, file, ct) is not { } known || known.Resident != resident)
        {
            return null;
        }

        using var content = new MemoryStream();
        return await store.CopyToAsync(new(municipality, resident, file), content, ct) ? (content.ToArray(), known.ContentType) : null;
    }

    /// <summary>Whose stored file it is, and what; null when this municipality has no such file.</summary>
    public async Task<(Guid Resident, string ContentType, long Length)?> DescribeAsync(string municipality, Guid file, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            "select resident_id, content_type, length from channels.files where file_id = $1 and state = 1",
            transaction.Connection
        ).With(file);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetGuid(0), row.GetString(1), row.GetInt64(2)) : null;
    }
}
