using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Drafting;

/// <summary><c>GET /api/v1/drafts</c>: what the caller is working on, newest first.</summary>
internal static class ListDrafts
{
    internal static async Task<Ok<Drafts>> Get(Caller caller, DraftTable table, CancellationToken ct) =>
        TypedResults.Ok(new Drafts([.. (await table.AllAsync(caller, ct)).Select(open => open.Row())]));
}
