using Npgsql;
using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Blueprint.Backtesting.Reporting;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>
/// Reads the messages of samples again when somebody looks, so that forgetting a resident, taking a message back and no longer sharing all reach
/// them. Another municipality's are always masked.
/// </summary>
internal sealed class Texts(Database database, Vault vault, BlueprintEditions editions)
{
    private const string Query = """
        select e.seq_id, e.tenant_id, (e.headers ->> 'resident')::uuid,
            (select k.wrapped from events.resident_keys k
             where k.tenant_id = e.tenant_id and k.resident_id = (e.headers ->> 'resident')::uuid),
            e.data ->> 'Text', e.data ->> 'AuthorName',
            exists (
                select from events.mt_events d
                where d.tenant_id = e.tenant_id and d.stream_id = e.stream_id and d.version > e.version
                    and d.type = 'message_deleted' and d.data ->> 'MessageId' = e.data ->> 'MessageId')
        from events.mt_events e
        where e.seq_id = any ($1) and e.type = 'message_received'
        """;

    /// <param name="Text">Null when there was none, or it was taken back.</param>
    private sealed record Message(string? Text, string? Author, bool Erased);

    /// <summary>How a stored sample is shown to this caller; null for one of a municipality that no longer shares.</summary>
    internal async Task<Func<StoredSample, BacktestSample?>> OfAsync(
        IReadOnlyList<StoredSample> samples,
        Caller caller,
        CancellationToken ct
    )
    {
        var others = samples.Select(sample => sample.Municipality).Where(code => code != caller.Municipality).Distinct().ToList();
        var sharing = await editions.SharingAsync(others, ct);
        var messages = await ReadAsync([.. samples.Select(sample => sample.Sequence).Distinct()], [caller.Municipality, .. sharing], ct);
        var atDesk = caller.Roles.Any(DeskRoles.All.Contains);
        return sample =>
        {
            var own = sample.Municipality == caller.Municipality;
            return own || sharing.Contains(sample.Municipality)
                ? Shown(sample, messages.GetValueOrDefault(sample.Sequence), own, masked: !own || !atDesk)
                : null;
        };
    }

    private static BacktestSample Shown(StoredSample sample, Message? message, bool own, bool masked) =>
        new(
            sample.Municipality,
            own ? sample.Conversation : null,
            sample.At,
            sample.Channel,
            masked && message?.Text is { } text ? Mask.Of(text, message.Author) : message?.Text,
            masked,
            message is null or { Erased: true },
            sample.From,
            sample.To,
            sample.Why
        );

    private async Task<Dictionary<long, Message>> ReadAsync(long[] sequences, IReadOnlyCollection<string> tenants, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync(tenants, ct);
        await using var command = new NpgsqlCommand(Query, transaction.Connection) { Parameters = { new() { Value = sequences } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        using var keys = vault.OpenKeys();
        var found = new Dictionary<long, Message>();
        while (await row.ReadAsync(ct))
        {
            found[row.GetInt64(0)] = Read(row, keys);
        }

        return found;
    }

    private static Message Read(NpgsqlDataReader row, KeyRing keys)
    {
        if (row.IsDBNull(2) || row.IsDBNull(3))
        {
            return new(null, null, Erased: true);
        }

        var (resident, key) = (new Resident(row.GetString(1), row.GetGuid(2)), row.GetFieldValue<byte[]>(3));
        return row.GetBoolean(6) ? new(null, null, Erased: false) : new(Open(4), Open(5), Erased: false);

        string? Open(int column) => row.IsDBNull(column) ? null : keys.OpenText(resident, key, row.GetFieldValue<byte[]>(column));
    }
}
