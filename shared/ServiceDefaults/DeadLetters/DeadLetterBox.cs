using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Keeps dead letters, sealed, until a colleague replays them or the people in them are erased.</summary>
internal sealed class DeadLetterBox(Database database, Vault vault, Pseudonyms pseudonyms, Mentions mentions, TimeProvider time)
{
    internal const string Purpose = "dead-letter";

    internal async Task KeepAsync(DeadMessage message, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.Feed.CreateCommand(
            """
            insert into hub.dead_letters
                (id, tenant_id, queue, message_id, content_type, trace_parent, sealed, reason, subjects, attempts, first_failed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """
        );
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = message.Municipality ?? "" });
        command.Parameters.Add(new() { Value = message.Queue });
        command.Parameters.Add(new() { Value = message.MessageId });
        command.Parameters.Add(new() { Value = message.ContentType });
        command.Parameters.Add(new() { Value = (object?)message.TraceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = vault.Seal(Purpose, message.Body.Span) });
        command.Parameters.Add(new() { Value = message.Reason });
        command.Parameters.Add(new() { Value = message.Subjects.Where(id => id.Length > 0).Select(pseudonyms.Hash).Distinct().ToArray() });
        command.Parameters.Add(new() { Value = message.Attempts });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
        Signals.Dead.Add(1, new KeyValuePair<string, object?>("queue", message.Queue));
    }

    /// <summary>Removes the content of every dead letter about these people; that there was one stays.</summary>
    /// <param name="tenant">Their municipality.</param>
    /// <param name="subjects">Keyed hashes of their ids.</param>
    internal async Task ForgetAsync(string tenant, IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.Feed.CreateCommand(
            "update hub.dead_letters set sealed = null, message_id = '', subjects = '{}' where subjects && $1 and tenant_id in ($2, '') or id = any ($3)"
        );
        command.Parameters.Add(new() { Value = subjects.ToArray() });
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = await MentioningAsync(tenant, subjects, ct) });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Dead letters often died because they could not be read; then nobody knew whom they are about.</summary>
    private async Task<Guid[]> MentioningAsync(string tenant, IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.Feed.CreateCommand(
            "select id, sealed from hub.dead_letters where sealed is not null and tenant_id in ($1, '') and not subjects && $2"
        );
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = subjects.ToArray() });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(ct);
        List<Guid> found = [];
        while (await row.ReadAsync(ct))
        {
            if (mentions.Any(vault.Open(Purpose, row.GetFieldValue<byte[]>(1)), subjects))
            {
                found.Add(row.GetGuid(0));
            }
        }

        return [.. found];
    }
}
