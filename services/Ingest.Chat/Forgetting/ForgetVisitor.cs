using MassTransit;
using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Following;

namespace WebcareHub.Ingest.Chat.Forgetting;

/// <summary>Removes the conversations of a resident from here: by the resident, and by the visitor's id for what no resident was known of yet.</summary>
internal sealed class ForgetVisitor(Database database, Bell bell) : IConsumer<ResidentErased>, IForgetResident
{
    public Task Consume(ConsumeContext<ResidentErased> context) =>
        ForgetAsync(context.Message.Municipality, context.Message.ResidentId, context.Message.Aliases ?? [], context.CancellationToken);

    public Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct) =>
        ForgetAsync(deletion.Tenant, deletion.Resident, deletion.Aliases ?? [], ct);

    // Files and items go with their visit. An open widget hears it at once.
    private async Task ForgetAsync(string municipality, Guid resident, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([municipality], ct);
        await using var batch = new NpgsqlBatch(transaction.Connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    "delete from chat.visits where tenant_id = $1 and (resident_id = $2 or alias = any($3)) returning visit_id"
                ).With(municipality, resident, aliases.ToArray()),
                new NpgsqlBatchCommand("delete from chat.items where tenant_id = $1 and resident_id = $2").With(municipality, resident),
            },
        };
        var gone = await VisitsAsync(batch, ct);
        await transaction.CommitAsync(ct);
        gone.ForEach(visit => bell.Ring(visit, Tone.Item));
    }

    private static async Task<List<Guid>> VisitsAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var row = await batch.ExecuteReaderAsync(ct);
        var visits = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            visits.Add(row.GetGuid(0));
        }

        return visits;
    }
}
