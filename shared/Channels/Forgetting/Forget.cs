using MassTransit;
using Npgsql;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.DeadLetters;

namespace WebcareHub.Channels.Forgetting;

/// <summary>
/// Removes what the channels keep of a resident: texts and addresses of answers, files, and raw bodies they are in. What stays is that a
/// part was sent, and when.
/// </summary>
internal sealed class Forget(Database database, FileStore store, SealedMentions mentions, TimeProvider time)
    : IConsumer<ResidentErased>,
        IForgetResident
{
    private const string Erased = "De gegevens van deze inwoner zijn gewist.";

    public async Task Consume(ConsumeContext<ResidentErased> context)
    {
        var erased = context.Message;
        await ForgetAsync(erased.Municipality, erased.ResidentId, erased.Aliases ?? [], context.CancellationToken);
    }

    public Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct) =>
        ForgetAsync(deletion.Tenant, deletion.Resident, deletion.Aliases ?? [], ct);

    private async Task ForgetAsync(string municipality, Guid resident, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await RememberAsync(connection, aliases, ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    update channels.outbound set content = null, platform_id = null, platform_key = null, recipients = '{}', fingerprint = null, changed_at = $3,
                        state = case when state = 0 then 6 else state end, reason = case when state = 0 then $4 else reason end
                    where tenant_id = $1 and resident_id = $2
                    """
                ).With(municipality, resident, time.GetUtcNow(), Erased),
                new NpgsqlBatchCommand(
                    """
                    update channels.files set source = null, changed_at = $3, state = 2, failure = coalesce(failure, $4), told = told or state > 0
                    where tenant_id = $1 and resident_id = $2
                    """
                ).With(municipality, resident, time.GetUtcNow(), Erased),
                new NpgsqlBatchCommand("delete from channels.bodies where subjects && $1").With((object)aliases.ToArray()),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        store.Forget(municipality, resident);
        await ForgetMentioningAsync(connection, aliases, ct);
    }

    /// <summary>For what is still under way to <see cref="KeepBodies"/>. First: what is stored before it is found below.</summary>
    private async Task RememberAsync(NpgsqlConnection connection, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into channels.forgotten (alias, at) select distinct a, $2 from unnest($1) a on conflict (alias) do update set at = excluded.at",
            connection
        ).With(aliases.ToArray(), time.GetUtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Bodies that hold one of these ids although it is not among those they are known to be about; each is opened and read.</summary>
    private Task ForgetMentioningAsync(NpgsqlConnection connection, IReadOnlyList<string> aliases, CancellationToken ct) =>
        mentions.EraseAsync(
            KeptBody.Purpose,
            aliases,
            after =>
                new NpgsqlCommand(
                    "select body_id, body from channels.bodies where body_id > $1 order by body_id limit $2",
                    connection
                ).With(after, SealedMentions.PageSize),
            async found =>
            {
                await using var command = new NpgsqlCommand("delete from channels.bodies where body_id = any ($1)", connection).With(
                    (object)found
                );
                await command.ExecuteNonQueryAsync(ct);
            },
            ct
        );
}
