using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using RabbitMQ.Client;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Puts a dead letter back on its queue, once; it may be replayed again when it died again.</summary>
internal static class Replay
{
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Post(
        Guid id,
        DeadLetterStore letters,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using TenantTransaction transaction = await letters.Database.OpenAsync([caller.Municipality, ""], ct);
        Letter? letter = await ReadAsync(transaction.Connection, id, ct);
        if (letter is null)
        {
            return TypedResults.NotFound();
        }

        if (letter.Sealed is null || letter.Replayed)
        {
            string why = letter.Replayed ? "It has been replayed." : "Its content was erased.";
            return TypedResults.Problem(why, statusCode: 409, title: "Conflict");
        }

        if (Open(letters.Vault, letter.Sealed) is not { } body)
        {
            return TypedResults.Problem("Its content cannot be opened any more.", statusCode: 409, title: "Conflict");
        }

        await PublishAsync(letters.Broker, letter, body, ct);
        await using NpgsqlCommand done = new("update hub.dead_letters set replayed_at = $2 where id = $1", transaction.Connection);
        done.Parameters.Add(new() { Value = id });
        done.Parameters.Add(new() { Value = time.GetUtcNow() });
        await done.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<Letter?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using NpgsqlCommand command = new(
            """
            select queue, message_id, content_type, tenant_id, trace_parent, sealed, replayed_at is not null
            from hub.dead_letters where id = $1 for update
            """,
            connection
        );
        command.Parameters.Add(new() { Value = id });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Letter(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetFieldValue<byte[]>(5),
                reader.GetBoolean(6)
            )
            : null;
    }

    private static byte[]? Open(Vault vault, byte[] sealedBytes)
    {
        try
        {
            return vault.Open(DeadLetterBox.Purpose, sealedBytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static async Task PublishAsync(HotConnection broker, Letter letter, byte[] body, CancellationToken ct)
    {
        await using IConnection connection = await broker.OpenAsync("replay", ct);
        await using IChannel channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct);
        BasicProperties properties = new()
        {
            Persistent = true,
            MessageId = letter.MessageId,
            ContentType = letter.ContentType,
            Headers = new Dictionary<string, object?> { [BusHeaders.Version] = 1, [BusHeaders.TraceParent] = letter.TraceParent },
        };
        if (letter.Municipality.Length > 0)
        {
            properties.Headers[BusHeaders.Municipality] = letter.Municipality;
        }

        await channel.BasicPublishAsync("", letter.Queue, mandatory: true, properties, body, ct);
    }

    private sealed record Letter(
        string Queue,
        string MessageId,
        string ContentType,
        string Municipality,
        string? TraceParent,
        byte[]? Sealed,
        bool Replayed
    );
}

/// <summary>What replaying needs of this process.</summary>
internal sealed record DeadLetterStore(Database Database, Vault Vault, HotConnection Broker);
