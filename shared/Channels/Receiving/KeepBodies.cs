using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using WebcareHub.Channels.Accounts;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Receiving;

/// <summary>A raw body in which something could not be read, sealed under the master key.</summary>
/// <param name="Subjects">Keyed hashes of the people it is known to be about.</param>
/// <param name="Accounts">For whom something in it was that nobody had yet (<see cref="AccountBook.KeyOf"/>).</param>
internal sealed record KeptBody(
    Guid Id,
    string Channel,
    string App,
    byte[] Body,
    string[] Subjects,
    DateTimeOffset AcceptedAt,
    string[]? Accounts = null
)
{
    public const string Queue = "channels.kept-bodies";
    public const string Purpose = "channels.bodies";
}

[JsonSerializable(typeof(KeptBody))]
internal sealed partial class KeptBodyJson : JsonSerializerContext;

/// <summary>How a status travels to the channel's own queue.</summary>
[JsonSerializable(typeof(MessageStatus))]
internal sealed partial class MessageStatusJson : JsonSerializerContext;

/// <summary>
/// Stores them. They come by the broker, so that accepting a post never waits for the database. One that was accepted before somebody in it was
/// erased is dropped.
/// </summary>
internal sealed class KeepBodies(Database database, SealedMentions mentions) : IHotHandler
{
    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        KeptBody[] bodies = [.. batch.Select(delivery => JsonSerializer.Deserialize(delivery.Body.Span, KeptBodyJson.Default.KeptBody)!)];
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var forgotten = await ForgottenAsync(connection, bodies.Min(body => body.AcceptedAt), ct);
        await using var insert = new NpgsqlBatch(connection);
        foreach (var body in bodies.Where(body => !IsOf(forgotten, body)))
        {
            insert.BatchCommands.Add(
                new NpgsqlBatchCommand(
                    """
                    insert into channels.bodies (body_id, channel, app, body, subjects, accepted_at, accounts)
                    values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
                    """
                ).With(body.Id, body.Channel, body.App, body.Body, body.Subjects, body.AcceptedAt, body.Accounts ?? [])
            );
        }

        if (insert.BatchCommands.Count > 0)
        {
            await insert.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Already hashed: the hashes stand in the row.</summary>
    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];

    /// <summary>Whether it was accepted before somebody in it was forgotten.</summary>
    private bool IsOf(IReadOnlyDictionary<string, DateTimeOffset> forgotten, KeptBody body)
    {
        HashSet<string> since = [.. forgotten.Where(one => one.Value >= body.AcceptedAt).Select(one => one.Key)];
        return since.Count > 0 && (body.Subjects.Any(since.Contains) || mentions.Any(KeptBody.Purpose, body.Id, body.Body, since));
    }

    // An erasure waits for this, or this for the erasure: neither misses the other. The lock goes first in the batch; in read committed the
    // select takes its snapshot after it.
    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ForgottenAsync(
        NpgsqlConnection connection,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("lock table channels.forgotten in share mode"),
                new NpgsqlBatchCommand("select alias, at from channels.forgotten where at >= $1").With(since),
            },
        };
        await using var row = await batch.ExecuteReaderAsync(ct);
        var forgotten = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            forgotten[row.GetString(0)] = row.GetFieldValue<DateTimeOffset>(1);
        }

        return forgotten;
    }
}
