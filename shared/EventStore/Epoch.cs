using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.EventStore;

/// <summary>What is in force, in one row: every routing transaction reads it, so that no message is decided by half a release or half a crisis.</summary>
/// <param name="Number">Only ever higher.</param>
/// <param name="Releases">Release number per layer.</param>
/// <param name="Crises">The crises in force, the newest last.</param>
public sealed record Epoch(long Number, IReadOnlyDictionary<string, int> Releases, IReadOnlyList<CrisisInForce> Crises)
{
    internal static async Task<Epoch> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, releases, crises from events.epoch", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Epoch(
            reader.GetInt64(0),
            JsonSerializer.Deserialize<Dictionary<string, int>>(reader.GetString(1))!,
            [.. JsonSerializer.Deserialize<Dictionary<Guid, CrisisInForce>>(reader.GetString(2))!.Values.OrderBy(crisis => crisis.Since)]
        );
    }

    internal static NpgsqlBatchCommand Hold(long number) =>
        new("select events.hold_epoch($1)") { Parameters = { new() { Value = number } } };

    internal static NpgsqlBatchCommand Raise(string layer, int release) =>
        new("update events.epoch set number = number + 1, releases = releases || jsonb_build_object($1::text, $2::int)")
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = release },
            },
        };

    internal static NpgsqlBatchCommand Switch(CrisisInForce crisis) =>
        new("update events.epoch set number = number + 1, crises = crises || jsonb_build_object($1::text, $2::jsonb)")
        {
            Parameters =
            {
                new() { Value = crisis.Id.ToString() },
                new() { Value = JsonSerializer.Serialize(crisis), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    internal static NpgsqlBatchCommand Lift(Guid crisis) =>
        new("update events.epoch set number = number + 1, crises = crises - $1::text")
        {
            Parameters = { new() { Value = crisis.ToString() } },
        };
}
