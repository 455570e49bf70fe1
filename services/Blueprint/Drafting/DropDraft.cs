using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>DELETE /api/v1/drafts/{layer}</c>: throws the caller's draft away.</summary>
internal static class DropDraft
{
    internal static async Task<Results<NoContent, NotFound>> Delete(string layer, Caller caller, DraftTable table, CancellationToken ct)
    {
        if (await table.OpenAsync(caller, layer, ct) is null)
        {
            return TypedResults.NotFound();
        }

        await table.DropAsync(caller, layer, ct);
        return TypedResults.NoContent();
    }
}
