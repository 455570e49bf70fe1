using MassTransit;
using Npgsql;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Forgetting;

/// <summary>Files and raw bodies whose term has passed are removed. The file goes before its row says so; coming again changes nothing.</summary>
internal sealed class EndKeeping(Database database, FileStore store, TimeProvider time, Wake wake) : IConsumer<KeepingEnded>
{
    private const string Removed = "De bewaartermijn van dit bestand is voorbij.";

    public async Task Consume(ConsumeContext<KeepingEnded> context)
    {
        var (ended, ct) = (context.Message, context.CancellationToken);
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        foreach (var place in await PlacesAsync(connection, ended, ct))
        {
            store.Remove(place);
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // A colleague's own file belongs to no message that came in: there is nobody to tell.
                new NpgsqlBatchCommand(
                    """
                    update channels.files set source = null, state = 2, failure = $3, told = conversation_id is null, changed_at = $4
                    where tenant_id = $1 and file_id = any($2) and state <> 2
                    """
                ).With(ended.Municipality, ended.FileIds.ToArray(), Removed, time.GetUtcNow()),
                new NpgsqlBatchCommand("delete from channels.bodies where body_id = any($1)").With((object)ended.BodyIds.ToArray()),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        wake.Now();
    }

    private static async Task<List<FileStore.Place>> PlacesAsync(NpgsqlConnection connection, KeepingEnded ended, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select resident_id, file_id from channels.files where tenant_id = $1 and file_id = any($2) and state <> 2",
            connection
        ).With(ended.Municipality, ended.FileIds.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        var places = new List<FileStore.Place>();
        while (await row.ReadAsync(ct))
        {
            places.Add(new(ended.Municipality, row.GetGuid(0), row.GetGuid(1)));
        }

        return places;
    }
}
