using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Peers;

/// <summary><c>GET /api/v1/figures/comparison</c>: the own figures beside those of a group.</summary>
internal static class ShowComparison
{
    internal static async Task<Results<Ok<PeerComparison>, NotFound>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Scopes scopes,
        Comparing comparing,
        CancellationToken ct
    ) =>
        await scopes.FindAsync(caller, caller.Home, Scopes.Readers, asked.At, ct) is { Own: true } scope
        && await comparing.OfAsync(scope, caller, (asked.Month, asked.Group), ct) is { } comparison
            ? TypedResults.Ok(comparison)
            : TypedResults.NotFound();

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] AskedFile asked,
        Caller caller,
        Scopes scopes,
        Comparing comparing,
        CancellationToken ct
    ) =>
        Forms.Of(asked.Form) is not { } csv ? Forms.Unknown()
        : await scopes.FindAsync(caller, caller.Home, Scopes.Readers, asked.At, ct) is { Own: true } scope
        && await comparing.OfAsync(scope, caller, (asked.Month, asked.Group), ct) is { } comparison
            ? ComparisonCsv.File(comparison, csv)
        : TypedResults.NotFound();

    internal readonly record struct AskedFile(string? Month, string? Group, DateTimeOffset? At, string? Form);

    internal readonly record struct Asked(string? Month, string? Group, DateTimeOffset? At);
}
