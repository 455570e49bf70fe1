using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>The calendar of reviews of the layers of the caller's municipality, or of one layer they may read.</summary>
internal static class ListReviews
{
    private const int Ahead = 90;

    internal static async Task<Results<Ok<Reviews>, NotFound>> Get(
        DateOnly? until,
        string? layer,
        Caller caller,
        Bookcase bookcase,
        BlueprintTeams teams,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var edition = await bookcase.NowAsync(ct);
        if (CareLayers.Of(edition, caller, layer) is not { } layers)
        {
            return TypedResults.NotFound();
        }

        var today = Days.Of(time.GetUtcNow());
        var mine = new HashSet<string>();
        foreach (var code in layers)
        {
            if (await teams.MayWriteAsync(caller, code, ct))
            {
                mine.Add(code);
            }
        }

        var items = ReviewCalendar
            .Until(edition.Blueprint, layers, until ?? today.AddDays(Ahead))
            .Select(due => Shown(due, today, mine.Contains(due.Layer)))
            .ToList();
        return TypedResults.Ok(new Reviews(items, items.Count(item => item.Overdue)));
    }

    private static ReviewItem Shown(ReviewDue due, DateOnly today, bool mayReview) =>
        new(due.Layer, due.Section, due.Entry, due.Title, due.Theme, due.Owner, due.On, due.On < today, mayReview);
}
