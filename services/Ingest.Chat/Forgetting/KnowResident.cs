using MassTransit;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Writing;

namespace WebcareHub.Ingest.Chat.Forgetting;

/// <summary>Routing says whose this conversation is: what stood under the master key goes under the resident's, and so will all that follows.</summary>
internal sealed class KnowResident(Database database, ItemRows items) : IConsumer<ResidentKnown>
{
    public async Task Consume(ConsumeContext<ResidentKnown> context)
    {
        var (known, ct) = (context.Message, context.CancellationToken);
        await using var transaction = await database.OpenAsync([known.Municipality], ct);
        if (await VisitRows.HoldAsync(transaction.Connection, known.Ids, ct) is not { } visit)
        {
            return;
        }

        await items.HandOverAsync(transaction.Connection, visit, known.ResidentId, ct);
        await using var command = new NpgsqlCommand(
            """
            update chat.visits set resident_id = $2, conversation_id = $3, rested = rested and coalesce(conversation_id, $3) = $3
            where visit_id = $1
            """,
            transaction.Connection
        ).With(visit.Id, known.ResidentId, known.ConversationId);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
