using Npgsql;
using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Rehearsing.Waves;
using WebcareHub.Crisis.Rumours;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Logbook;

/// <summary>Where what belongs to a crisis stands.</summary>
internal static class LogStreams
{
    /// <summary>Within the bounds of this connection: of the crisis itself, its waves, analyses, core messages, rumours and answers to many.</summary>
    internal static async Task<IReadOnlyCollection<StreamKey>> OfAsync(
        NpgsqlConnection connection,
        string layer,
        Guid crisis,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select 0, tenant_id, id from crisis.core_messages where crisis_id = $1
            union all select 1, tenant_id, id from crisis.rumours where crisis_id = $1
            union all select 2, tenant_id, id from crisis.answers where crisis_id = $1
            """,
            connection
        )
        {
            Parameters = { new() { Value = crisis } },
        };
        var found = new List<StreamKey>
        {
            CrisisStreams.Of(layer, crisis),
            RehearsalStream.Of(layer, crisis),
            new(layer, $"environment-analysis-{crisis}"),
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(Of(row.GetInt32(0), row.GetString(1), row.GetGuid(2)));
        return found;
    }

    private static StreamKey Of(int kind, string tenant, Guid id) =>
        kind switch
        {
            0 => CoreMessageStreams.Of(tenant, id),
            1 => RumourStreams.Of(tenant, id),
            _ => new(tenant, $"{Answer}{id}"),
        };

    private const string Answer = "answer-to-many-";
}
