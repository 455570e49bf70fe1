using MassTransit;
using Npgsql;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Forgetting;

/// <summary>
/// Removes what the channels keep of a resident: texts and addresses of answers, files, and raw bodies they are in. What stays is that a
/// part was sent, and when.
/// </summary>
internal sealed class Forget(Database database, FileStore store, Vault vault, Mentions mentions, TimeProvider time)
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
        var mentioning = await MentioningAsync(connection, aliases, ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    update channels.outbound set content = null, platform_id = null, platform_key = null, changed_at = $3,
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
                new NpgsqlBatchCommand("delete from channels.bodies where subjects && $1 or body_id = any ($2)").With(
                    aliases.ToArray(),
                    mentioning
                ),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        store.Forget(municipality, resident);
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
    private async Task<Guid[]> MentioningAsync(NpgsqlConnection connection, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        if (aliases.Count == 0)
        {
            return [];
        }

        await using var command = new NpgsqlCommand("select body_id, body from channels.bodies where not subjects && $1", connection).With(
            (object)aliases.ToArray()
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            if (mentions.Any(vault.Open(KeptBody.Purpose, row.GetFieldValue<byte[]>(1)), aliases))
            {
                found.Add(row.GetGuid(0));
            }
        }

        return [.. found];
    }
}
