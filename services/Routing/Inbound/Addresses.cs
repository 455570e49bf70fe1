using System.Text.Json;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Inbound;

/// <summary>Where answers go: the platform ids of a resident, newest first, sealed with their key.</summary>
internal static class Addresses
{
    public static async Task WriteAsync(
        EventSession session,
        IReadOnlyList<Known> known,
        People people,
        Sealing sealing,
        CancellationToken ct
    )
    {
        var changed = known
            .Where(item => item.Resident is not null && (item.IsNew || item.TellsAddress))
            .GroupBy(item => item.Resident!.Value)
            .ToArray();
        if (changed.Length == 0)
            return;
        var parted = known
            .SelectMany(item => item.Parted.Select(from => (From: from, Item: item)))
            .ToLookup(pair => pair.From, pair => pair.Item);
        var before = await ReadAsync(
            session.Connection,
            [.. changed.Where(group => !group.First().IsNew).Select(group => group.Key), .. parted.Select(group => group.Key)],
            ct
        );
        var rows = changed
            .Where(group => !parted.Contains(group.Key))
            .Select(group => (Resident: group.Key, Sealed: Seal(group, before.GetValueOrDefault(group.Key), people, sealing)))
            .Concat(
                parted.Select(group => (Resident: group.Key, Sealed: Without(group, before.GetValueOrDefault(group.Key), people, sealing)))
            )
            .ToArray();
        session.Also(Write(rows));
    }

    private static NpgsqlBatchCommand Write((Guid Resident, byte[]? Sealed)[] rows) =>
        new("update routing.residents r set address = u.address from unnest($1::uuid[], $2::bytea[]) as u (id, address) where r.id = u.id")
        {
            Parameters =
            {
                new NpgsqlParameter { Value = rows.Select(row => row.Resident).ToArray() },
                new NpgsqlParameter { Value = rows.Select(row => row.Sealed ?? []).ToArray() },
            },
        };

    public static IReadOnlyList<string> Read(byte[]? plain) =>
        plain is not { Length: > 0 } ? [] : JsonSerializer.Deserialize<string[]>(plain)!;

    private static byte[]? Seal(IGrouping<Guid, Known> group, byte[]? before, People people, Sealing sealing)
    {
        var municipality = group.First().Item.Municipality;
        var earlier = before is { Length: > 0 } ? Read(sealing.Open(municipality, group.Key, before)) : [];
        var told = group.OrderByDescending(item => item.Item.At).SelectMany(item => item.Item.People.SelectMany(person => person.Ids));
        var all = told.Concat(group.SelectMany(item => people.Of(item.Item)!.Aliases.Values)).Concat(earlier).Distinct();
        var left = group.SelectMany(item => item.Item.Left);
        return sealing.Seal(municipality, group.Key, JsonSerializer.SerializeToUtf8Bytes(all.Except(left).ToArray()));
    }

    /// <summary>Nothing for the one before goes to a number that is somebody else's now.</summary>
    private static byte[]? Without(IGrouping<Guid, Known> group, byte[]? before, People people, Sealing sealing)
    {
        var municipality = group.First().Item.Municipality;
        var earlier = before is { Length: > 0 } ? Read(sealing.Open(municipality, group.Key, before)) : [];
        var theirs = group.SelectMany(item => people.Of(item.Item)!.Aliases.Values);
        return sealing.Seal(municipality, group.Key, JsonSerializer.SerializeToUtf8Bytes(earlier.Except(theirs).ToArray()));
    }

    private static async Task<Dictionary<Guid, byte[]>> ReadAsync(NpgsqlConnection connection, Guid[] residents, CancellationToken ct)
    {
        var found = new Dictionary<Guid, byte[]>();
        if (residents.Length == 0)
            return found;
        await using var command = new NpgsqlCommand(
            "select id, address from routing.residents where id = any ($1) and address is not null",
            connection
        )
        {
            Parameters = { new() { Value = residents } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found[row.GetGuid(0)] = row.GetFieldValue<byte[]>(1);
        return found;
    }
}
