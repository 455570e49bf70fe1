using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Files;

/// <summary>Gives an adapter the files that go with an answer.</summary>
public sealed class OutgoingFiles(Database database, FileStore store)
{
    /// <summary>A file of this resident, opened in memory (at most 16 MB). Null when it is not theirs, or gone.</summary>
    public async Task<(byte[] Content, string ContentType)?> OpenAsync(string municipality, Guid resident, Guid file, CancellationToken ct)
    {
        if (await TypeOfAsync(municipality, resident, file, ct) is not { } type)
        {
            return null;
        }

        using var content = new MemoryStream();
        return await store.CopyToAsync(new(municipality, resident, file), content, ct) ? (content.ToArray(), type) : null;
    }

    // Gives its connection back before the file is opened, which needs one too.
    private async Task<string?> TypeOfAsync(string municipality, Guid resident, Guid file, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var command = new NpgsqlCommand(
            "select content_type from channels.files where file_id = $1 and resident_id = $2 and state = 1",
            transaction.Connection
        ).With(file, resident);
        return await command.ExecuteScalarAsync(ct) as string;
    }
}
