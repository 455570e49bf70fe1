using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary><c>GET /api/v1/crises/{crisis}/waves</c>, for who takes part in the exercise or leads it.</summary>
internal static class ListWaves
{
    internal static async Task<Results<Ok<RehearsalWaves>, NotFound>> Get(
        Guid crisis,
        Caller caller,
        Exercises exercises,
        Vault vault,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (await exercises.OpenAsync(caller, crisis, ct) is not { } found)
            return TypedResults.NotFound();
        await using var session = found.Session;
        var waves = await WaveRow.ReadAsync(session.Connection, vault, ("crisis_id = $1 order by started_at desc", crisis), ct);
        return TypedResults.Ok(
            new RehearsalWaves(
                crisis,
                [.. Scripts.Of(found.Exercise).Select(Show)],
                [.. found.Exercise.Municipalities.Select(each => new WaveMunicipality(each.Key, each.Value))],
                [.. waves.Select(wave => wave.Row.Show(wave.Script, time.GetUtcNow()))]
            )
        );
    }

    private static WaveScript Show(ScriptedWave wave)
    {
        var shape = new Shape(wave.PeakMinutes, wave.PeakPerMinute, wave.Minutes, wave.PerMinute);
        return new(
            wave.Id,
            wave.Title,
            wave.Text,
            shape.Messages,
            (int)shape.Length.TotalMinutes,
            Math.Max(wave.PeakMinutes > 0 ? wave.PeakPerMinute : 0, wave.PerMinute),
            wave.Channels
        );
    }
}
