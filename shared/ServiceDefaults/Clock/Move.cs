using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.Clock;

/// <summary>Development only: moves the clock of every process.</summary>
internal static class Move
{
    internal sealed record ClockOffset(long OffsetSeconds);

    internal static async Task<Ok<ClockOffset>> Put(ClockOffset offset, Database database, HubClock clock, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.Timer.CreateCommand("update hub.clock set offset_seconds = $1");
        command.Parameters.Add(new() { Value = offset.OffsetSeconds });
        await command.ExecuteNonQueryAsync(ct);
        clock.MoveTo(offset.OffsetSeconds);
        return TypedResults.Ok(offset);
    }
}
