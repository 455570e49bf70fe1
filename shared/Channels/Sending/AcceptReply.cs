using System.Text.Json;
using MassTransit;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// Writes a row per part of the answer, to be sent by <see cref="Dispatcher"/>. Coming again changes nothing: the answer's id and the part's
/// number are the key.
/// </summary>
internal sealed class AcceptReply(Adapters adapters, Database database, Vault vault, Pseudonyms pseudonyms, TimeProvider time, Wake wake)
    : IConsumer<ReplyToSend>
{
    private const string Erased = "De gegevens van deze inwoner zijn gewist. Het antwoord is niet verstuurd.";
    private const string Empty = "Het antwoord is leeg. Er is niets verstuurd.";

    public async Task Consume(ConsumeContext<ReplyToSend> context)
    {
        var reply = context.Message;
        NoExercise.Check(reply.Municipality, nameof(AcceptReply));
        var parts = adapters.Of(reply.Channel).Plan(reply);
        await using var transaction = await database.OpenAsync([reply.Municipality], context.CancellationToken);
        var resident = new Resident(reply.Municipality, reply.ResidentId);
        using var keys = await vault.TakeKeysAsync(transaction.Connection, [resident], context.CancellationToken);
        await using var batch = new NpgsqlBatch(transaction.Connection);
        foreach (var (number, content) in parts.Index())
        {
            var plain = JsonSerializer.SerializeToUtf8Bytes(content, ContentJson.Default.PartContent);
            var bytes = keys.Of(resident).Seal(plain);
            batch.BatchCommands.Add(Insert(reply, (number, parts.Count), bytes, bytes is null ? Erased : null, content.Text));
        }

        if (parts.Count == 0)
        {
            batch.BatchCommands.Add(Insert(reply, (0, 1), null, Empty));
        }

        await batch.ExecuteNonQueryAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
        wake.Now();
    }

    // Only what Messenger reports on is found by its recipient.
    private string[] Recipients(ReplyToSend reply) =>
        reply.Channel == Channel.Messenger ? [.. reply.To.Select(id => pseudonyms.Hash($"{reply.Account}|{id}"))] : [];

    private NpgsqlBatchCommand Insert(ReplyToSend reply, (int Part, int Parts) place, byte[]? content, string? refusal, string? text = null)
    {
        var state = refusal is null ? DeliveryState.Requested : DeliveryState.Failed;
        return new NpgsqlBatchCommand(
            """
            insert into channels.outbound (part_id, tenant_id, channel, app, account, conversation_id, reply_id, part, parts, resident_id,
                content, window_until, state, told, reason, due_at, requested_at, changed_at, recipients, fingerprint)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15, $15, $15, $16, $17)
            on conflict (reply_id, part) do nothing
            """
        ).With(
            Guid.CreateVersion7(),
            reply.Municipality,
            reply.Channel,
            reply.App,
            reply.Account,
            reply.ConversationId,
            reply.ReplyId,
            place.Part,
            place.Parts,
            reply.ResidentId,
            content,
            reply.WindowUntil,
            (short)state,
            refusal,
            time.GetUtcNow(),
            Recipients(reply),
            pseudonyms.Fingerprint(reply.Channel, reply.Account, text)
        );
    }
}
