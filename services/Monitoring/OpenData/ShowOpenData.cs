using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Tables;

namespace WebcareHub.Monitoring.OpenData;

/// <summary><c>GET /api/v1/open-data</c>: what there is, a month of it, and that as a table. For everybody.</summary>
internal static class ShowOpenData
{
    internal static async Task<Ok<OpenDataCatalogue>> Get(Catalogue catalogue, CancellationToken ct) =>
        TypedResults.Ok(await catalogue.ReadAsync(ct));

    internal static async Task<Results<Ok<OpenDataMonth>, NotFound>> GetMonth(string? month, Catalogue catalogue, CancellationToken ct) =>
        await catalogue.OfAsync(month, ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        string? month,
        string? form,
        Catalogue catalogue,
        CancellationToken ct
    ) =>
        Forms.Of(form) is not { } csv ? Forms.Unknown()
        : await catalogue.OfAsync(month, ct) is { } found ? MeansCsv.File(found, csv)
        : TypedResults.NotFound();
}
