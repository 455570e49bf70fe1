using Npgsql;

namespace WebcareHub.Monitoring.Questions;

/// <summary>Which residents are one person, because a colleague said so, and until another said that they are two.</summary>
internal static class Persons
{
    internal static NpgsqlBatchCommand Link(int generation, string municipality, (string One, string Other) pair, DateTimeOffset at) =>
        new(
            """
            insert into monitoring.persons (generation, tenant_id, one, other, at) values ($1, $2, $3, $4, $5), ($1, $2, $4, $3, $5)
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipality },
                new() { Value = pair.One },
                new() { Value = pair.Other },
                new() { Value = at },
            },
        };

    internal static NpgsqlBatchCommand Part(int generation, string municipality, (string One, string Other) pair, DateTimeOffset at) =>
        new(
            """
            update monitoring.persons set parted_at = $5
            where generation = $1 and tenant_id = $2 and ((one = $3 and other = $4) or (one = $4 and other = $3)) and parted_at is null
            """
        )
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipality },
                new() { Value = pair.One },
                new() { Value = pair.Other },
                new() { Value = at },
            },
        };

    /// <summary>Pairs known at a moment, by municipality and resident; both ways round.</summary>
    internal static async Task<ILookup<(string, string), string>> AtAsync(
        NpgsqlConnection connection,
        int generation,
        IReadOnlyCollection<string> municipalities,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct tenant_id, one, other from monitoring.persons
            where generation = $1 and tenant_id = any ($2) and at <= $3 and (parted_at is null or parted_at > $3)
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = generation },
                new() { Value = municipalities.ToArray() },
                new() { Value = at },
            },
        };
        var pairs = new List<(string Municipality, string One, string Other)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            pairs.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        }

        return pairs.ToLookup(pair => (pair.Municipality, pair.One), pair => pair.Other);
    }
}
