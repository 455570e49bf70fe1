using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Joining;

/// <summary><c>GET /api/v1/plans/{municipality}</c>: what fits on one page about how a municipality does its webcare.</summary>
internal static class ShowPlan
{
    internal static async Task<Results<Ok<Plan>, NotFound>> Get(
        string municipality,
        Caller caller,
        Bookcase bookcase,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (municipality != caller.Municipality)
        {
            return TypedResults.NotFound();
        }

        var edition = await bookcase.NowAsync(ct);
        return TypedResults.Ok(Of(edition, municipality, Reading.Days.Of(time.GetUtcNow())));
    }

    internal static Plan Of(Edition edition, string municipality, DateOnly today)
    {
        var effective = edition.Blueprint.For(municipality);
        var entries = Catalogue.Of(edition.Blueprint, municipality);
        var themes = new PlanThemes(edition, municipality, entries);
        return new(
            municipality,
            effective.Voice.Name,
            today,
            [.. ShowMembership.Above(edition, municipality), .. ShowMembership.Own(edition, municipality)],
            [.. entries.Where(entry => entry.Section == PlanThemes.Goals).Select(PlanThemes.Goal)],
            themes.All(),
            PlanHours.Of(effective, today),
            [.. effective.ServiceLevels.Where(level => level.FirstResponse is not null).Select(PlanHours.Level)],
            themes.Reviews()
        );
    }
}
