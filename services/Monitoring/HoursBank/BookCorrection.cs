using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary><c>POST /api/v1/hours-bank/corrections</c>: a counter-entry in the present month, by the keeper of the pool.</summary>
internal static class BookCorrection
{
    private const int MostMinutes = 60_000;
    private const int LongestReason = 500;

    /// <summary>Null when it may be booked; otherwise why not, Dutch.</summary>
    internal static string? WhyNot(NewCorrection wanted, IReadOnlySet<string> members, DateTimeOffset now) =>
        wanted.Id == Guid.Empty ? "Geef de boeking een nummer."
        : wanted.Giver == wanted.Receiver ? "Kies twee verschillende gemeenten."
        : !members.Contains(wanted.Giver) || !members.Contains(wanted.Receiver) ? "Kies gemeenten die meedoen of meededen aan deze pool."
        : wanted.Minutes == 0 || Math.Abs((long)wanted.Minutes) > MostMinutes
            ? $"Vul een aantal minuten in: niet nul, ten hoogste {MostMinutes}."
        : string.IsNullOrWhiteSpace(wanted.Reason) ? "Vul de reden in."
        : wanted.Reason.Trim().Length > LongestReason ? $"Maak de reden korter: ten hoogste {LongestReason} tekens."
        : PersonalDataScan.Find(wanted.Reason) is [_, ..]
            ? "In de reden staat een persoonsgegeven. Haal het weg: alle gemeenten in de pool lezen dit."
        : wanted.About is not null && (Days.Read(wanted.About) is not { } about || about > Days.Month(now))
            ? "Noem als maand deze maand of een eerdere, zoals 2026-11."
        : null;

    internal static async Task<Results<Created<Correction>, Ok<Correction>, NotFound, ProblemHttpResult>> Post(
        NewCorrection wanted,
        Caller caller,
        Members members,
        Offices offices,
        Bookkeeping books,
        CancellationToken ct
    )
    {
        if (!(await members.PoolsAsync(caller, ct)).Any(pool => pool.Code == wanted.Pool))
        {
            return TypedResults.NotFound();
        }

        if (!await offices.HoldsAsync(caller, wanted.Pool, Office.Poolkeeper, ct))
        {
            return TypedResults.Problem("Alleen wie de pool beheert, kan een correctie boeken.", statusCode: 403, title: "Dit mag u niet");
        }

        return await books.BookAsync(wanted, caller, ct) switch
        {
            { WhyNot: { } sentence } => TypedResults.Problem(sentence, statusCode: 400, title: "Dit verzoek klopt niet"),
            { Known: true, Correction: var known } => TypedResults.Ok(known),
            { Correction: var booked } => TypedResults.Created($"/api/v1/hours-bank/settlements/{wanted.Pool}/{booked!.Month}", booked),
        };
    }
}
