using System.Text.Json;
using Npgsql;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// The platform reports on earlier sendings: by its own id, or by ours, which settles what was uncertain. By rank: a late "delivered" never
/// lowers a "read"; a failure ends it. A late report that an earlier sending arrived spares the resident the same part once more. Reports about
/// messages that are not ours are passed over.
/// </summary>
internal sealed class ApplyStatuses(
    Adapters adapters,
    Database database,
    Vault vault,
    Pseudonyms pseudonyms,
    Echoes echoes,
    TimeProvider time,
    Wake wake
) : IHotHandler
{
    // Parts known by our id, by the platform's, by who got them, or by what they say.
    private const string Concerned = """
        select part_id, tenant_id, resident_id, channel, platform_key, state, earlier, recipients, sent_at, fingerprint, content
        from channels.outbound
        where part_id = any($1) or platform_key = any($2) or earlier <> '{}' and earlier && $1
            or recipients <> '{}' and recipients && $3 and state in (3, 4)
            or fingerprint = any($4) and state in (1, 2)
        order by part_id for update
        """;

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);

    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        var statuses = batch
            .Select(delivery => JsonSerializer.Deserialize(delivery.Body.Span, MessageStatusJson.Default.MessageStatus)!)
            .ToList();
        await using var connection = await database.Timer.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var keys = statuses.Select(status => status.PlatformId.Length == 0 ? "" : pseudonyms.Hash(status.PlatformId)).ToArray();
        var people = statuses.Select(PersonOf).ToArray();
        var known = await FindAsync(connection, statuses, keys, people, ct);
        var ours = new HashSet<MessageStatus>(ReferenceEqualityComparer.Instance);
        await using var updates = new NpgsqlBatch(connection);
        foreach (var part in known)
        {
            var own = statuses.Where((status, i) => status.PartId == part.Id || part.Key is not null && keys[i] == part.Key).ToList();
            own.AddRange(statuses.Where(status => IsAboutEarlier(status, part)));
            own.AddRange(statuses.Where((status, i) => IsUpTo(status, people[i], part)));
            own.AddRange(await EchoesOfAsync(part, statuses.Where(status => !ours.Contains(status)), ct));
            ours.UnionWith(own);
            if (own.Count > 0)
            {
                updates.BatchCommands.Add(await UpdateAsync(part, own, ct));
            }
        }

        await echoes.PassOnAsync(statuses.Where(status => !ours.Contains(status)).Select(status => status.Echo).OfType<Inbound>(), ct);
        if (updates.BatchCommands.Count > 0)
        {
            await updates.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
            wake.Now();
        }
    }

    /// <summary>A status names nobody, the part leads to the resident; an echo names whom it went to.</summary>
    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) =>
        JsonSerializer.Deserialize(delivery.Body.Span, MessageStatusJson.Default.MessageStatus)?.Echo is { } echo
            ? [.. Subjects.Of(echo.Content)]
            : [];

    // One echo settles one part, whoever else was told the same.
    private async Task<IEnumerable<MessageStatus>> EchoesOfAsync(KnownPart part, IEnumerable<MessageStatus> statuses, CancellationToken ct)
    {
        foreach (
            var status in statuses.Where(status => part.Fingerprint is not null && echoes.Fingerprint(status.Echo) == part.Fingerprint)
        )
        {
            if (await echoes.IsOfAsync(status.Echo!, part, ct))
            {
                return [status];
            }
        }

        return [];
    }

    // The new sending has not left, or nobody knows whether it has: the earlier one did, so the resident has this part.
    private static bool IsAboutEarlier(MessageStatus status, KnownPart part) =>
        part.State is DeliveryState.Requested or DeliveryState.Uncertain
        && status.State is DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Read
        && status.PartId is { } id
        && part.Earlier.Contains(id);

    // Of everything somebody got until then. Our moment of sending is that of the platform's answer, a little after the platform's own.
    private static bool IsUpTo(MessageStatus status, string person, KnownPart part) =>
        person.Length > 0 && part.Recipients.Contains(person) && part.SentAt <= status.At + AnswerTime;

    private string PersonOf(MessageStatus status) =>
        status.Recipient is { } recipient ? pseudonyms.Hash($"{status.Account}|{recipient}") : "";

    // Locked in one order, so that two batches never wait for each other.
    private async Task<List<KnownPart>> FindAsync(
        NpgsqlConnection connection,
        List<MessageStatus> statuses,
        string[] keys,
        string[] people,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Concerned, connection).With(
            statuses.Select(status => status.PartId).OfType<Guid>().ToArray(),
            keys.Where(key => key.Length > 0).ToArray(),
            people.Where(person => person.Length > 0).ToArray(),
            statuses.Select(status => echoes.Fingerprint(status.Echo)).OfType<string>().ToArray()
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new List<KnownPart>();
        while (await reader.ReadAsync(ct))
        {
            known.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetGuid(2),
                    reader.GetString(3),
                    reader.IsDBNull(4) ? null : reader.GetString(4),
                    (DeliveryState)reader.GetInt16(5),
                    reader.GetFieldValue<Guid[]>(6),
                    reader.GetFieldValue<string[]>(7),
                    reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8),
                    reader.IsDBNull(9) ? null : reader.GetString(9),
                    reader.IsDBNull(10) ? null : reader.GetFieldValue<byte[]>(10)
                )
            );
        }

        return known;
    }

    private async Task<NpgsqlBatchCommand> UpdateAsync(KnownPart part, List<MessageStatus> statuses, CancellationToken ct)
    {
        var highest = statuses.MaxBy(status => status.State)!;
        var failure = highest.State == DeliveryState.Failed ? adapters.Of(part.Channel).ReadFailure(highest.Code) : null;
        var id = part.Key is null ? statuses.Select(status => status.PlatformId).FirstOrDefault(id => id.Length > 0) : null;
        var bytes = id is null
            ? null
            : await vault.SealForAsync(part.Municipality, part.Resident, System.Text.Encoding.UTF8.GetBytes(id), ct);
        return new NpgsqlBatchCommand(
            """
            update channels.outbound set
                platform_key = coalesce(platform_key, $2), platform_id = coalesce(platform_id, $3),
                sent_at = coalesce(sent_at, $5), delivered_at = coalesce(delivered_at, $6), read_at = coalesce(read_at, $7),
                reason = case when $4 > state then $8 else reason end, retryable = case when $4 > state then $9 else retryable end,
                changed_at = $10, state = greatest(state, $4)
            where part_id = $1
            """
        ).With(
            part.Id,
            id is null ? null : pseudonyms.Hash(id),
            bytes,
            (short)highest.State,
            At(statuses, DeliveryState.Sent),
            At(statuses, DeliveryState.Delivered),
            At(statuses, DeliveryState.Read),
            Reason(failure),
            failure is SendResult.Retryable or SendResult.Final { AfterRepair: true },
            time.GetUtcNow()
        );
    }

    private static DateTimeOffset? At(List<MessageStatus> statuses, DeliveryState state) =>
        statuses.Find(status => status.State == state)?.At;

    private static string? Reason(SendResult? failure) =>
        failure switch
        {
            SendResult.Final final => final.Reason,
            SendResult.Retryable retry => retry.Reason,
            _ => null,
        };
}
