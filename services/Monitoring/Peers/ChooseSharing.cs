using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Peers;

/// <summary><c>PUT /api/v1/figures/comparison/choices/{figure}</c>: shares a figure, or no longer, from the present month on.</summary>
internal static class ChooseSharing
{
    internal static async Task<Results<NoContent, NotFound>> Put(
        string figure,
        ShareFigure wanted,
        Caller caller,
        Choosing choosing,
        CancellationToken ct
    )
    {
        if (FigureRules.All.All(rule => rule.Id != figure))
        {
            return TypedResults.NotFound();
        }

        var when = (choosing.Comparing.Present(), choosing.Time.GetUtcNow());
        await choosing.Sharing.ChooseAsync(caller, figure, wanted.Shared, when, ct);
        return TypedResults.NoContent();
    }

    /// <summary>What it is done with.</summary>
    internal sealed record Choosing(Sharing Sharing, Comparing Comparing, TimeProvider Time);
}
