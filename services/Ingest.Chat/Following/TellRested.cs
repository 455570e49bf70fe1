using MassTransit;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Visits;

namespace WebcareHub.Ingest.Chat.Following;

/// <summary>A colleague is done, wants to know how it was, or the conversation goes on again: whoever follows it is told.</summary>
internal sealed class TellRested(Database database, Bell bell) : IConsumer<ConversationRested>
{
    public async Task Consume(ConsumeContext<ConversationRested> context)
    {
        var (told, ct) = (context.Message, context.CancellationToken);
        await using var transaction = await database.OpenAsync([told.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            update chat.visits set rested = $2, asked = $5, rested_told = $3
            where visit_id = any($4) and coalesce(conversation_id, $1) = $1 and (rested_told is null or rested_told < $3) returning visit_id
            """,
            transaction.Connection
        ).With(told.ConversationId, told.Done, told.At.ToUniversalTime(), told.Ids.Select(Visit.Of).OfType<Guid>().ToArray(), told.Ask);
        var visit = await command.ExecuteScalarAsync(ct) as Guid?;
        await transaction.CommitAsync(ct);
        if (visit is { } known)
        {
            bell.Ring(known, Tone.Rested);
        }
    }
}
