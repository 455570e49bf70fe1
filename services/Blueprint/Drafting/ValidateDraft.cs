using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>POST /api/v1/drafts/{layer}/validation</c>: what lint says of the draft. What it would break in layers below is told and stops nothing.</summary>
internal static class ValidateDraft
{
    internal static async Task<Results<Ok<DraftFindings>, NotFound>> Post(
        string layer,
        Caller caller,
        DraftTable table,
        CancellationToken ct
    )
    {
        if (await table.OpenAsync(caller, layer, ct) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var known = open.Edition.Blueprint.Findings.Where(finding => finding.Layer != layer).Select(Without).ToHashSet();
        var found = open
            .Edition.With(layer, open.Files)
            .Findings.Where(finding => finding.Layer == layer || (finding.IsError && !known.Contains(Without(finding))))
            .ToList();
        return TypedResults.Ok(
            new DraftFindings(
                !found.Exists(finding => finding.IsError && finding.Layer == layer),
                [.. found.Select(finding => Shown(finding, layer, caller))]
            )
        );
    }

    /// <summary>Of another municipality no more is told than that it would have trouble.</summary>
    private static DraftFinding Shown(Finding finding, string layer, Caller caller) =>
        finding.Layer == layer || finding.Layer == caller.Municipality || LayerCode.IsShared(finding.Layer)
            ? new(finding.Layer, finding.File, finding.Line, finding.Entry, finding.Text, finding.IsError && finding.Layer == layer)
            : new(finding.Layer, "", 0, null, "Deze gemeente heeft een eigen onderdeel dat hierdoor niet meer klopt.", IsError: false);

    private static Finding Without(Finding finding) => finding with { Line = 0 };
}
