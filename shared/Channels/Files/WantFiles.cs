using System.Text.Json;
using MassTransit;
using Npgsql;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Files;

/// <summary>Writes a row per file to be fetched; coming again changes nothing.</summary>
internal sealed class WantFiles(Database database, Vault vault, TimeProvider time, Wake wake) : IConsumer<FetchAttachments>
{
    private const string Erased = "De gegevens van deze inwoner zijn gewist.";

    public async Task Consume(ConsumeContext<FetchAttachments> context)
    {
        var wanted = context.Message;
        NoExercise.Check(wanted.Municipality, nameof(WantFiles));
        var ct = context.CancellationToken;
        await using var transaction = await database.OpenAsync([wanted.Municipality], ct);
        var resident = new Resident(wanted.Municipality, wanted.ResidentId);
        using var keys = await vault.TakeKeysAsync(transaction.Connection, [resident], ct);
        await using var batch = new NpgsqlBatch(transaction.Connection);
        foreach (var file in wanted.Attachments)
        {
            var plain = JsonSerializer.SerializeToUtf8Bytes(file, InboundAttachmentJson.Default.InboundAttachment);
            batch.BatchCommands.Add(Insert(wanted, file.FileId, keys.Of(resident).Seal(plain)));
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        wake.Now();
    }

    private NpgsqlBatchCommand Insert(FetchAttachments wanted, Guid file, byte[]? source) =>
        new NpgsqlBatchCommand(
            """
            insert into channels.files (file_id, tenant_id, channel, app, account, conversation_id, resident_id, source, state, told, failure,
                due_at, requested_at, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11, $11, $11) on conflict (file_id) do nothing
            """
        ).With(
            file,
            wanted.Municipality,
            wanted.Channel,
            wanted.App,
            wanted.Account,
            wanted.ConversationId,
            wanted.ResidentId,
            source,
            source is null ? (short)2 : (short)0,
            source is null ? Erased : null,
            time.GetUtcNow()
        );
}

[System.Text.Json.Serialization.JsonSerializable(typeof(InboundAttachment))]
internal sealed partial class InboundAttachmentJson : System.Text.Json.Serialization.JsonSerializerContext;
