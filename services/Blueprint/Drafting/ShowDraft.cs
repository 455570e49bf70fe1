using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>GET /api/v1/drafts/{layer}</c>: the caller's draft; 404 for who may not write the layer.</summary>
internal static class ShowDraft
{
    internal static async Task<Results<Ok<Draft>, NotFound>> Get(string layer, Caller caller, DraftTable table, CancellationToken ct) =>
        await table.OpenAsync(caller, layer, ct) is { } open ? TypedResults.Ok(open.Shown()) : TypedResults.NotFound();
}
