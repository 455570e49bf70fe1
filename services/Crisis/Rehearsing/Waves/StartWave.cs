using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary><c>POST /api/v1/crises/{crisis}/waves</c>, by a coordinator of the exercise.</summary>
internal static class StartWave
{
    private const double Fastest = 60;
    private const int MostPerMinute = 5_000;

    internal static async Task<Results<Created<Wave>, NotFound, ProblemHttpResult>> Post(
        Guid crisis,
        NewWave asked,
        Caller caller,
        Starting starting,
        CancellationToken ct
    )
    {
        if (await starting.Exercises.OpenAsync(caller, crisis, ct) is not { } found)
            return TypedResults.NotFound();
        await using var session = found.Session;
        if (Refusal(asked, found.Exercise) is { } refusal)
            return refusal;
        if (await starting.ScriptAsync(session, found.Exercise, asked, ct) is not { } made)
            return Refuse(422, "Deze golf hoort niet bij dit scenario, of er zijn geen berichten in deze periode.");
        var now = starting.Time.GetUtcNow();
        var by = found.Exercise.Standing.Person;
        var pace = new Pace(asked.Factor, asked.PerMinute, TimeSpan.Zero, now, 0);
        var wave = new WaveRow(
            made.Script.Seed,
            found.Exercise.Course.Layer,
            crisis,
            made.Title,
            WaveState.Running,
            made.Script.Messages,
            0,
            pace,
            by.Agent,
            now
        );
        session.Also(wave.Insert(starting.Vault, made.Script));
        await RehearsalStream.AppendAsync(session, wave, Told(wave, made.Script, by.Municipality), ct);
        await session.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/crises/{crisis}/waves", wave.Show(made.Script, now));
    }

    private static WaveStarted Told(WaveRow wave, Script script, string municipality) =>
        new(
            wave.Id,
            wave.Crisis,
            wave.Title,
            [.. script.Places.Keys.Order(StringComparer.Ordinal)],
            wave.Messages,
            wave.Pace.Factor,
            wave.Pace.PerMinute,
            municipality,
            wave.StartedBy,
            wave.StartedAt
        );

    private static ProblemHttpResult? Refusal(NewWave asked, FoundExercise exercise) =>
        asked switch
        {
            _ when !exercise.MayLead => Refuse(403, "Alleen een coördinator van deze oefening start een golf."),
            _ when !exercise.Course.InForce => Refuse(409, "Deze oefening loopt niet. Start eerst de oefening."),
            { Script: null } and { Recorded: null } or { Script: not null } and { Recorded: not null } => Refuse(
                400,
                "Kies een golf uit het scenario, of een periode van uw eigen gemeente."
            ),
            { Factor: not (>= 1 and <= Fastest) } => Refuse(400, "Kies een snelheid van 1 tot en met 60 keer zo snel."),
            { PerMinute: < 1 or > MostPerMinute } => Refuse(400, "Kies 1 tot en met 5.000 berichten per minuut."),
            _ => null,
        };

    private static ProblemHttpResult Refuse(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: "De golf is niet gestart");
}

/// <summary>What starting a wave takes: finds the exercise, and makes the script of what was asked for.</summary>
internal sealed class Starting(Exercises exercises, Vault vault, TimeProvider time)
{
    public Exercises Exercises => exercises;
    public Vault Vault => vault;
    public TimeProvider Time => time;

    /// <summary>Null when there is nothing to send.</summary>
    public async Task<(string Title, Script Script)?> ScriptAsync(
        EventSession session,
        FoundExercise exercise,
        NewWave asked,
        CancellationToken ct
    )
    {
        var seed = Guid.CreateVersion7(time.GetUtcNow());
        if (asked.Recorded is { } period)
            return await RecordedPeriods.ReadAsync(session, (exercise, seed), period, ct);
        return Scripts.Of(exercise).FirstOrDefault(wave => wave.Id == asked.Script) is { } wave
            ? (wave.Title, Scripts.Make(wave, exercise, seed))
            : null;
    }
}

/// <summary>The scripted waves of an exercise's scenario.</summary>
internal static class Scripts
{
    public static IReadOnlyList<ScriptedWave> Of(FoundExercise exercise)
    {
        var waves = exercise.Municipalities.Keys.Take(1).SelectMany(code => exercise.Edition.For(code).Blueprint.Waves).ToArray();
        return
        [
            .. waves
                .Where(wave => wave.Scenario == exercise.Course.Scenario)
                .Select(wave => Whole(wave, waves))
                .Where(wave => wave is { Channels.Count: > 0, Sentences.Count: > 0, Names.Count: > 0, Streets.Count: > 0 }),
        ];
    }

    public static Script Make(ScriptedWave wave, FoundExercise exercise, Guid seed) =>
        new(
            seed,
            exercise.Municipalities,
            wave.Channels,
            new(wave.PeakMinutes, wave.PeakPerMinute, wave.Minutes, wave.PerMinute),
            new(wave.Sentences, wave.Again, wave.Names, wave.Streets)
        );

    private static ScriptedWave Whole(ScriptedWave wave, IReadOnlyList<ScriptedWave> all) =>
        all.FirstOrDefault(each => each.Id == wave.From) is { } from
            ? wave with
            {
                Sentences = wave.Sentences.Count > 0 ? wave.Sentences : from.Sentences,
                Again = wave.Again.Count > 0 ? wave.Again : from.Again,
                Names = wave.Names.Count > 0 ? wave.Names : from.Names,
                Streets = wave.Streets.Count > 0 ? wave.Streets : from.Streets,
            }
            : wave;
}
