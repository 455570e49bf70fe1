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
