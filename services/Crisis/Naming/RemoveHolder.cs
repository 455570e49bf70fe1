using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Naming;

/// <summary><c>DELETE /api/v1/offices/{layer}/{office}/{municipality}/{subject}</c>, by an operator.</summary>
internal static class RemoveHolder
{
    internal static async Task<Results<NoContent, NotFound>> Delete(
        string layer,
        string office,
        string municipality,
        string subject,
        Offices offices,
        CancellationToken ct
    ) =>
        Enum.TryParse<Office>(office, ignoreCase: true, out var held)
        && Enum.IsDefined(held)
        && await offices.RemoveAsync(layer, held, municipality, subject, ct)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
