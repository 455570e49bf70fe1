using MassTransit;
using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// A colleague decides: once more, or leave it. Sending once more gets a new id, so that a late report about the first sending is not taken for
/// one about the second; the parts that failed after it go along. The decision's own id keeps it
/// from counting twice, whoever repeats it.
/// </summary>
internal sealed class SettleUncertain(Database database, TimeProvider time, Wake wake) : IConsumer<UncertainSettled>
{
    public async Task Consume(ConsumeContext<UncertainSettled> context)
    {
        var settled = context.Message;
        NoExercise.Check(settled.Municipality, nameof(SettleUncertain));
        var ct = context.CancellationToken;
        await using var transaction = await database.OpenAsync([settled.Municipality], ct);
        await using var command = new NpgsqlCommand(settled.SendAgain ? Again : Leave, transaction.Connection).With(
            settled.ReplyId,
            settled.Part,
            time.GetUtcNow(),
            settled.SettlementId ?? context.MessageId
        );
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        wake.Now();
    }

    // The parts after it keep their place behind it: with the old moment they would go first.
    private const string Again = """
        with again as (
            update channels.outbound set earlier = earlier || part_id, part_id = gen_random_uuid(), state = 0, told = 0, attempts = 0, platform_key = null, platform_id = null,
                sent_at = null, delivered_at = null, read_at = null, reason = null, retryable = false, left_alone = false,
                due_at = $3, requested_at = $3, changed_at = $3, settlements = settlements || $4
            where reply_id = $1 and content is not null
              and not exists (select from channels.outbound where reply_id = $1 and part = $2 and $4 = any(settlements))
              and (part = $2 and state in (2, 6) or part > $2 and state = 6 and not left_alone)
            returning part)
        update channels.outbound set requested_at = $3
        where reply_id = $1 and part > $2 and state in (0, 1, 2) and exists (select from again)
        """;

    private const string Leave = """
        update channels.outbound set left_alone = true, changed_at = $3, settlements = settlements || $4
        where reply_id = $1 and part = $2 and state in (2, 6) and not $4 = any(settlements)
        """;
}
