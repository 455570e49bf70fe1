using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Receiving;

/// <summary>A raw body in which something could not be read, sealed under the master key.</summary>
/// <param name="Subjects">Keyed hashes of the people it is known to be about.</param>
internal sealed record KeptBody(Guid Id, string Channel, string App, byte[] Body, string[] Subjects, DateTimeOffset AcceptedAt)
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
internal sealed class KeepBodies(Database database, Vault vault, Mentions mentions) : IHotHandler
{
    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        foreach (var delivery in batch)
        {
            await KeepAsync(connection, JsonSerializer.Deserialize(delivery.Body.Span, KeptBodyJson.Default.KeptBody)!, ct);
        }
    }

    /// <summary>Already hashed: the hashes stand in the row.</summary>
    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];

    // An erasure waits for this, or this for the erasure: neither misses the other.
    private async Task KeepAsync(NpgsqlConnection connection, KeptBody kept, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var hold = new NpgsqlCommand("lock table channels.forgotten in share mode", connection);
        await hold.ExecuteNonQueryAsync(ct);
        var forgotten = await ForgottenAsync(connection, kept.AcceptedAt, ct);
        if (!kept.Subjects.Any(forgotten.Contains) && !mentions.Any(vault.Open(KeptBody.Purpose, kept.Body), forgotten))
        {
            await using var command = new NpgsqlCommand(
                "insert into channels.bodies (body_id, channel, app, body, subjects, accepted_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                connection
            ).With(kept.Id, kept.Channel, kept.App, kept.Body, kept.Subjects, kept.AcceptedAt);
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task<HashSet<string>> ForgottenAsync(NpgsqlConnection connection, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select alias from channels.forgotten where at >= $1", connection).With(since);
        await using var row = await command.ExecuteReaderAsync(ct);
        var forgotten = new HashSet<string>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct))
        {
            forgotten.Add(row.GetString(0));
        }

        return forgotten;
    }
}
