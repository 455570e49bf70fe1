using Npgsql;
using NpgsqlTypes;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Keeps dead letters, sealed, until a colleague replays them or the people in them are erased.</summary>
internal sealed class DeadLetterBox(Database database, Vault vault, Pseudonyms pseudonyms, SealedMentions mentions, TimeProvider time)
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

    /// <summary>
    /// Removes the content of every dead letter about these people; that there was one stays. Dead letters often died because they could not be
    /// read: nobody knew whom those are about, so that each is opened.
    /// </summary>
    /// <param name="tenant">Their municipality.</param>
    /// <param name="subjects">Keyed hashes of their ids.</param>
    internal async Task ForgetAsync(string tenant, IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        await EmptyAsync("subjects && $1 and tenant_id in ($2, '')", ct, subjects.ToArray(), tenant);
        await mentions.EraseAsync(Purpose, subjects, after => Page(tenant, after), found => EmptyAsync("id = any ($1)", ct, found), ct);
    }

    private async Task EmptyAsync(string which, CancellationToken ct, params object[] values)
    {
        await using NpgsqlCommand command = database.Feed.CreateCommand(
            $"update hub.dead_letters set sealed = null, message_id = '', subjects = '{{}}' where {which}"
        );
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Page(string tenant, Guid after)
    {
        NpgsqlCommand command = database.Feed.CreateCommand(
            "select id, sealed from hub.dead_letters where sealed is not null and tenant_id in ($1, '') and id > $2 order by id limit $3"
        );
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = SealedMentions.PageSize });
        return command;
    }
}
