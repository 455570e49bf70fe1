using System.Text.Json;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Channels.Sending;

/// <summary>
/// The rows of what goes out and the steps between their states: requested → sending → sent, failed or uncertain. Every step names the states
/// it may start from, so that two processes, or a late answer, never undo each other.
/// </summary>
internal sealed class Outbox(Database database, Vault vault, Pseudonyms pseudonyms, TimeProvider time)
{
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(5);

    // For what lies between the claim and the call, and after it.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private const string Broken = "De verbinding viel weg tijdens het versturen. Het is niet zeker of de inwoner dit bericht heeft.";
    private const string EarlierFailed = "Een eerder deel van dit antwoord is niet verstuurd.";

    /// <summary>A part that this process is to send now, its content still under its seal; null once that was erased.</summary>
    /// <param name="Previous">The platform's id of the part before it, sealed.</param>
    internal sealed record Claimed(OutboundPart Part, byte[]? Sealed, byte[]? Previous);

    /// <summary>Which of these channels have something to send, or a call whose process is gone.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(string[] channels, CancellationToken ct)
    {
        await using var command = database
            .Timer.CreateCommand(
                """
                select c from unnest($1::text[]) c
                where exists (select from channels.outbound where channel = c and state in (0, 1) and due_at <= $2)
                """
            )
            .With(channels, time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(ct);
        var due = new List<string>();
        while (await row.ReadAsync(ct))
        {
            due.Add(row.GetString(0));
        }

        return due;
    }

    /// <summary>
    /// Calls that broke off with their process become uncertain, or are made again where that cannot double them. Returns how many became uncertain.
    /// </summary>
    public async Task<int> ExpireAsync(string channel, bool canRepeat, CancellationToken ct)
    {
        await using var command = database
            .Timer.CreateCommand(
                """
                with expired as (
                    update channels.outbound set state = case when $4 and attempts < 5 then 0 else 2 end, reason = $3, due_at = $2, changed_at = $2
                    where channel = $1 and state = 1 and due_at < $2 returning state)
                select count(*)::int from expired where state = 2
                """
            )
            .With(channel, time.GetUtcNow(), Broken, canRepeat);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>
    /// Marks parts as `sending` and returns them. Parts of one conversation go in order; behind an uncertain part the rest of that answer waits
    /// until it is settled. Cannot be stopped halfway: what was claimed must become known here. A row that is still `sending` when opening and
    /// <paramref name="longestCall"/> must be over belongs to a process that is gone.
    /// </summary>
    public async Task<IReadOnlyList<Claimed>> ClaimAsync(string channel, TimeSpan longestCall, int atMost)
    {
        var now = time.GetUtcNow();
        // An array is looked up once. Joined, the limited rows are looked up again for every row that waits when the planner knows nothing of
        // the table yet: each time others, until all are claimed. `offset 0` likewise keeps the part before to one look at its index.
        await using var command = database
            .Timer.CreateCommand(
                """
                update channels.outbound o set state = 1, due_at = $3, attempts = o.attempts + 1, changed_at = $2
                where o.part_id = any (array(
                    select part_id from channels.outbound c
                    where c.channel = $1 and c.state = 0 and c.due_at <= $2
                      and not exists (
                        select from channels.outbound e
                        where e.conversation_id = c.conversation_id and e.state in (0, 1, 2)
                          and (e.requested_at, e.reply_id, e.part) < (c.requested_at, c.reply_id, c.part)
                          and (e.state < 2 or e.reply_id = c.reply_id and not e.left_alone)
                        offset 0)
                    order by c.due_at limit $4
                    for update skip locked))
                returning o.part_id, o.tenant_id, o.conversation_id, o.reply_id, o.part, o.app, o.account, o.resident_id, o.window_until,
                    o.attempts, o.requested_at, o.content,
                    (select p.platform_id from channels.outbound p where p.reply_id = o.reply_id and p.part = o.part - 1)
                """
            )
            .With(channel, now, now + OpenWithin + longestCall + Margin, atMost);
        var claimed = new List<Claimed>();
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            claimed.Add(new(ReadPart(reader), Bytes(reader, 11), Bytes(reader, 12)));
        }

        return claimed;
    }

    /// <summary>The part with its content; null once its resident was forgotten.</summary>
    public async Task<OutboundPart?> OpenAsync(Claimed claimed)
    {
        using var limit = new CancellationTokenSource(OpenWithin);
        var part = claimed.Part;
        var plain = await OpenAsync(part, claimed.Sealed, limit.Token);
        var previous = await OpenAsync(part, claimed.Previous, limit.Token);
        return plain is null
            ? null
            : part with
            {
                Content = JsonSerializer.Deserialize(plain, ContentJson.Default.PartContent)!,
                PreviousId = previous is null ? null : System.Text.Encoding.UTF8.GetString(previous),
            };
    }

    private async Task<byte[]?> OpenAsync(OutboundPart part, byte[]? bytes, CancellationToken ct) =>
        bytes is null ? null : await vault.OpenForAsync(part.Municipality, part.ResidentId, bytes, ct);

    /// <summary>What the call came to. A status of the platform may have been faster: then only what was missing is filled in.</summary>
    public async Task RecordAsync(OutboundPart part, SendResult result, DateTimeOffset retryAt, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = result switch
        {
            SendResult.Sent sent => await SentAsync(part, sent, now, ct),
            SendResult.Postponed => database
                .Timer.CreateCommand(
                    "update channels.outbound set state = 0, attempts = attempts - 1, due_at = $2 where part_id = $1 and state = 1"
                )
                .With(part.Id, retryAt),
            SendResult.Retryable retry when retryAt < DateTimeOffset.MaxValue => database
                .Timer.CreateCommand(
                    "update channels.outbound set state = 0, due_at = $2, reason = $3, changed_at = $4 where part_id = $1 and state = 1"
                )
                .With(part.Id, retryAt, retry.Reason, now),
            SendResult.Retryable retry => Failed(part, retry.Reason, true, now),
            SendResult.Final final => Failed(part, final.Reason, final.AfterRepair, now),
            SendResult.Unknown unknown => database
                .Timer.CreateCommand(
                    "update channels.outbound set state = 2, reason = $2, changed_at = $3 where part_id = $1 and state = 1"
                )
                .With(part.Id, unknown.Reason, now),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    // States 0 and 2 too: the answer came after others had given up on it.
    private async Task<NpgsqlCommand> SentAsync(OutboundPart part, SendResult.Sent sent, DateTimeOffset now, CancellationToken ct)
    {
        var bytes = await vault.SealForAsync(part.Municipality, part.ResidentId, System.Text.Encoding.UTF8.GetBytes(sent.PlatformId), ct);
        return database
            .Timer.CreateCommand(
                """
                update channels.outbound set state = case when state in (0, 1, 2) then 3 else state end, platform_key = $2, platform_id = $3,
                    sent_at = coalesce(sent_at, $4), reason = case when state = 6 then reason end, changed_at = $4
                where part_id = $1
                """
            )
            .With(part.Id, pseudonyms.Hash(sent.PlatformId), bytes, now);
    }

    // With a part refused, the rest of the answer makes no sense to the resident.
    private NpgsqlCommand Failed(OutboundPart part, string reason, bool retryable, DateTimeOffset now) =>
        database
            .Timer.CreateCommand(
                """
                update channels.outbound set state = 6, changed_at = $6, retryable = $5, reason = case when part_id = $1 then $4 else $7 end
                where part_id = $1 and state = 1 or reply_id = $2 and part > $3 and state = 0
                """
            )
            .With(part.Id, part.ReplyId, part.Part, reason, retryable, now, EarlierFailed);

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private static OutboundPart ReadPart(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetGuid(2),
            row.GetGuid(3),
            row.GetInt32(4),
            row.GetString(5),
            row.GetString(6),
            row.GetGuid(7),
            row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            row.GetInt32(9),
            row.GetFieldValue<DateTimeOffset>(10),
            null!
        );
}
