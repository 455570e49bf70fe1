using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Projections;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Figures;

/// <summary><c>GET /api/v1/figures/definitions</c> and <c>/figures/lag</c>: what is counted, and how far the counting is.</summary>
internal static class ShowDefinitions
{
    internal static async Task<Ok<FigureDefinitions>> Get(DateTimeOffset? at, Caller caller, BlueprintThen then, CancellationToken ct) =>
        TypedResults.Ok(new FigureDefinitions(Definitions.In((await then.AtAsync(at, ct)).For(caller.Home))));

    internal static async Task<Ok<Lag>> GetLag(LagNow lag, CancellationToken ct) => TypedResults.Ok(await lag.AllAsync(ct));
}
