using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary><c>POST /api/v1/backtests</c>: asks for one; it runs when its turn comes.</summary>
internal static class StartBacktest
{
    private const int MostDays = 366;

    internal static async Task<Results<Accepted<Backtest>, NotFound, ProblemHttpResult>> Post(
        NewBacktest asked,
        Caller caller,
        Intake intake,
        CancellationToken ct
    )
    {
        if (Refusal(asked) is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: 400, title: "Deze proef kan zo niet");
        }

        if (await intake.Candidates.FindAsync(asked.Candidate, caller, ct) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var faults = await intake.FaultsAsync(candidate, ct);
        if (faults.Count > 0)
        {
            return TypedResults.Problem(string.Join('\n', faults), statusCode: 400, title: "De blauwdruk bevat fouten");
        }

        var row = Row(asked, candidate, caller, intake.Now);
        return await intake.AddAsync(row, candidate, ct) ? TypedResults.Accepted($"/api/v1/backtests/{row.Id}", row.Shown(null)) : Busy();
    }

    private static ProblemHttpResult Busy() =>
        TypedResults.Problem(
            "Er loopt al een proef van uw gemeente. Wacht tot die klaar is, of stop hem.",
            statusCode: 409,
            title: "Er loopt al een proef"
        );

    private static BacktestRow Row(NewBacktest asked, Candidates.Found candidate, Caller caller, DateTimeOffset now) =>
        new(
            Guid.CreateVersion7(now),
            caller.Municipality,
            BacktestState.Waiting,
            asked with
            {
                Candidate = asked.Candidate with { Files = null },
            },
            candidate.Title,
            caller.Agent,
            now
        );

    private static string? Refusal(NewBacktest asked)
    {
        if (asked.Candidate is not { } candidate)
        {
            return "Noem wat u wilt proberen.";
        }

        var ways =
            (candidate.Draft ? 1 : 0)
            + (candidate.Release is null ? 0 : 1)
            + (candidate.Files is null ? 0 : 1)
            + (candidate.Proposal is null ? 0 : 1);
        return ways != 1 ? "Noem één ding dat u wilt proberen: een concept, een voorstel, een versie of bestanden." : Period(asked);
    }

    /// <summary>Why this is no period to try something on; null when it is one.</summary>
    internal static string? Period(NewBacktest asked) =>
        asked.Until < asked.From ? "De laatste dag ligt voor de eerste."
        : asked.Until.DayNumber - asked.From.DayNumber >= MostDays ? "Kies een periode van hoogstens een jaar."
        : null;

    /// <summary>What asking needs.</summary>
    internal sealed class Intake(
        Candidates candidates,
        BlueprintEditions editions,
        BacktestRows rows,
        BacktestNudge nudge,
        TimeProvider time
    )
    {
        internal Candidates Candidates => candidates;

        internal DateTimeOffset Now => time.GetUtcNow();

        /// <summary>A release was checked when it was published.</summary>
        internal async Task<IReadOnlyList<string>> FaultsAsync(Candidates.Found candidate, CancellationToken ct) =>
            candidate.Layer.Release is not null
                ? []
                :
                [
                    .. (await editions.ReadAsync(ct))
                        .With([candidate.Layer])
                        .Findings.Where(finding => finding.IsError && finding.Layer == candidate.Layer.Code)
                        .Select(Sentences.Of),
                ];

        internal async Task<bool> AddAsync(BacktestRow row, Candidates.Found candidate, CancellationToken ct)
        {
            var added = await rows.AddAsync(row, [candidate.Layer], ct);
            nudge.Tell();
            return added;
        }
    }
}
