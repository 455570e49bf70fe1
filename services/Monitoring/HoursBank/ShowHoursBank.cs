using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Projections;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary><c>GET /api/v1/hours-bank</c>: a month of a pool, for every colleague of its members.</summary>
internal static class ShowHoursBank
{
    internal static async Task<Results<Ok<Contracts.Api.HoursBank>, NotFound>> Get(
        string? pool,
        string? month,
        Caller caller,
        Reader reader,
        [AsParameters] Beside beside,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(caller, pool, month, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var keeps = await beside.Offices.HoldsAsync(caller, found.Book.Pool, Office.Poolkeeper, ct);
        return TypedResults.Ok(Shown(found, keeps) with { Lag = await beside.Lag.OfAsync(HoursProjection.Hours, ct) });
    }

    private static Contracts.Api.HoursBank Shown(Reader.Found found, bool mayCorrect)
    {
        var (book, glance) = (found.Book, Sheet.Glance(found.Book, found.Names));
        var closes = Days.ClosesAt(book.Month);
        return new(
            book.Pool,
            found.Names.Pool,
            found.Pools,
            Days.Write(book.Month),
            closes <= found.Now,
            closes,
            glance.Seconds,
            glance.Questions,
            glance.Municipalities,
            glance.Shifts,
            glance.Topics,
            mayCorrect
        );
    }

    /// <summary>What is told beside the book.</summary>
    internal sealed record Beside(Offices Offices, LagNow Lag);
}
