using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Routing.Inbound;

/// <summary>What became of each accepted post, per municipality it held something for.</summary>
internal static class DeliveryRows
{
    /// <summary>Tenant of what was for an account that is registered with nobody.</summary>
    public const string Unknown = "*unknown*";

    internal sealed record Row(string Tenant, Contracts.Bus.Inbound Inbound, IReadOnlyList<DeliveryItem> Items, Guid? BodyKept);

    public static IReadOnlyList<Row> Of(IEnumerable<Contracts.Bus.Inbound> items) =>
        [
            .. items
                .Where(item => item.Delivery is not null)
                .SelectMany(item =>
                    item.Delivery!.Items.GroupBy(found => found.Municipality ?? item.Municipality ?? Unknown)
                        .DefaultIfEmpty()
                        .Select(group => new Row(
                            group?.Key ?? item.Municipality ?? Unknown,
                            item,
                            [.. group ?? Enumerable.Empty<DeliveryItem>()],
                            item.Delivery.BodyKept
                        ))
                )
                .DistinctBy(row => (row.Tenant, row.Inbound.DeliveryId)),
        ];

    /// <summary>What told of a message that nobody knows here, by whoever it may be: it cannot wait, so the post it came with says so.</summary>
    public static NpgsqlBatchCommand NotPlaced(IReadOnlyCollection<Known> items) =>
        new(
            """
            update routing.deliveries d set items = d.items || u.more
            from (
                select t, i, jsonb_agg(jsonb_build_object('kind', 'ignored', 'detail', k)) as more
                from unnest($1::varchar[], $2::uuid[], $3::text[]) as u (t, i, k) group by t, i
            ) u
            where d.tenant_id = u.t and d.id = u.i
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = items.Select(item => item.Item.Municipality).ToArray() },
                new NpgsqlParameter { Value = items.Select(item => item.Item.Inbound.DeliveryId).ToArray() },
                new NpgsqlParameter { Value = items.Select(item => WhyNot(item.Item.Inbound.Content)).ToArray() },
            },
        };

    private static string WhyNot(InboundContent content) =>
        content switch
        {
            InboundDeletion => "deletion of a message that is not here",
            InboundHiding => "hiding of a message that is not here",
            InboundRating => "rating without a conversation",
            _ => "about a message that is not here",
        };

    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Row> rows) =>
        new(
            """
            insert into routing.deliveries (tenant_id, id, channel, app, account, accepted_at, items, body_kept)
            select * from unnest($1::varchar[], $2::uuid[], $3::varchar[], $4::varchar[], $5::varchar[], $6::timestamptz[], $7::jsonb[], $8::uuid[])
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new NpgsqlParameter { Value = rows.Select(row => row.Tenant).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Inbound.DeliveryId).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Inbound.Channel).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Inbound.App).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Inbound.Account).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Inbound.AcceptedAt.ToUniversalTime()).ToArray() },
                new NpgsqlParameter
                {
                    Value = rows.Select(row => JsonSerializer.Serialize(row.Items, JsonSerializerOptions.Web)).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
                },
                new NpgsqlParameter { Value = rows.Select(row => row.BodyKept).ToArray() },
            },
        };
}
