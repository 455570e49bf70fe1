using System.Text.Json;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>What is in force, in one row: every routing transaction reads it, so that no message is decided by half a release.</summary>
/// <param name="Number">Only ever higher.</param>
/// <param name="Releases">Release number per layer.</param>
public sealed record Epoch(long Number, IReadOnlyDictionary<string, int> Releases)
{
    internal static async Task<Epoch> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select number, releases from events.epoch", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Epoch(reader.GetInt64(0), JsonSerializer.Deserialize<Dictionary<string, int>>(reader.GetString(1))!);
    }

    internal static NpgsqlBatchCommand Raise(string layer, int release) =>
        new("update events.epoch set number = number + 1, releases = releases || jsonb_build_object($1::text, $2::int)")
        {
            Parameters =
            {
                new() { Value = layer },
                new() { Value = release },
            },
        };
}
