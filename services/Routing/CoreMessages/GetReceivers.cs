using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.CoreMessages;

/// <summary>Who received a core message: figures of all its municipalities, conversations of the caller's own alone.</summary>
internal sealed class GetReceivers(Database database, Rulebook rulebook, Offices offices)
{
    /// <summary>As many as one answer to many takes.</summary>
    private const int Most = 5_000;

    /// <param name="version">Only those who received this version.</param>
    /// <param name="after">Where the page before ended.</param>
    public static async Task<Results<Ok<CoreMessageReceivers>, NotFound>> Get(
        Guid id,
        int? version,
        string? after,
        Caller caller,
        GetReceivers receivers,
        CancellationToken ct
    ) => await receivers.ReadAsync(caller, id, version, TryRead(after), ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private async Task<CoreMessageReceivers?> ReadAsync(
        Caller caller,
        Guid id,
        int? version,
        (DateTimeOffset At, Guid Reply)? after,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync(await LayersAsync(caller, ct), ct);
        if (!await IsThereAsync(bounded.Connection, id, ct))
            return null;
        var counts = await CountsAsync(bounded.Connection, id, version, ct);
        await using var own = await database.OpenAsync([caller.Municipality], ct);
        var total = await TotalAsync(own.Connection, caller.Municipality, id, version, ct);
        var page = await PageAsync(own.Connection, (caller.Municipality, id, version), after, ct);
        var next = page.Count > Most ? page[Most - 1] : null;
        return new(
            id,
            counts,
            [.. page.Take(Most)],
            total,
            next is null ? null : string.Create(CultureInfo.InvariantCulture, $"{next.At.UtcTicks}.{next.ReplyId:N}")
        );
    }

    /// <summary>The layers over the caller's municipality and those they coordinate; in an exercise those beside them. They hold figures only.</summary>
    private async Task<IReadOnlyCollection<string>> LayersAsync(Caller caller, CancellationToken ct)
    {
        await rulebook.NowAsync(Exercise.Real(caller.Municipality), ct);
        var blueprint = rulebook.Last!.Blueprint;
        var shared = blueprint.Layers.Where(layer => layer.Kind != "municipality").Select(layer => layer.Code).ToList();
        var held = await offices.HeldAsync(caller, shared, Office.Coordinator, ct);
        var layers = blueprint.LayersOf(Exercise.Real(caller.Municipality)).Concat(held).Distinct();
        return [.. layers.Select(layer => Exercise.Is(caller.Municipality) ? Exercise.Of(layer) : layer)];
    }

    private static async Task<bool> IsThereAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = Asking(connection, "select true from routing.core_message_layers where message_id = $1", id);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task<IReadOnlyList<CoreMessageReceiverCount>> CountsAsync(
        NpgsqlConnection connection,
        Guid id,
        int? version,
        CancellationToken ct
    )
    {
        await using var command = Asking(
            connection,
            """
            select municipality, channel, version, answers, failed from routing.core_message_counts
            where message_id = $1 and ($2 = 0 or version = $2) order by municipality, channel, version
            """,
            id,
            version ?? 0
        );
        var counts = new List<CoreMessageReceiverCount>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            counts.Add(new(Exercise.Real(row.GetString(0)), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)));
        return counts;
    }

    private static async Task<int> TotalAsync(NpgsqlConnection connection, string tenant, Guid id, int? version, CancellationToken ct)
    {
        await using var command = Asking(
            connection,
            $"""
            select count(distinct conversation_id)::int from routing.core_message_answers
            where message_id = $1 and ($2 = 0 or version = $2) and tenant_id = $3 and state <> {(short)DeliveryState.Failed}
            """,
            id,
            version ?? 0,
            tenant
        );
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One more than a page holds: each conversation once, with its last answer.</summary>
    private static async Task<List<CoreMessageReceiver>> PageAsync(
        NpgsqlConnection connection,
        (string Tenant, Guid Message, int? Version) of,
        (DateTimeOffset At, Guid Reply)? after,
        CancellationToken ct
    )
    {
        await using var command = Asking(
            connection,
            $"""
            select conversation_id, reply_id, channel, version, state, at from (
                select distinct on (conversation_id) * from routing.core_message_answers
                where message_id = $1 and ($2 = 0 or version = $2) and tenant_id = $3 and state <> {(short)DeliveryState.Failed}
                order by conversation_id, at desc, reply_id desc
            ) as last
            where (at, reply_id) > ($4, $5) order by at, reply_id limit {Most + 1}
            """,
            of.Message,
            of.Version ?? 0,
            of.Tenant,
            (after?.At ?? DateTimeOffset.UnixEpoch).ToUniversalTime(),
            after?.Reply ?? Guid.Empty
        );
        var found = new List<CoreMessageReceiver>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(
                new(
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.GetString(2),
                    row.GetInt32(3),
                    (DeliveryState)row.GetInt16(4),
                    row.GetFieldValue<DateTimeOffset>(5)
                )
            );
        return found;
    }

    private static NpgsqlCommand Asking(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>From the beginning when it is no key of ours.</summary>
    private static (DateTimeOffset At, Guid Reply)? TryRead(string? after) =>
        after?.Split('.') is [var ticks, var reply]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(reply, "N", out var id)
            ? (new DateTimeOffset(at, TimeSpan.Zero), id)
            : null;
}
