using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>One idea with its discussion. An unknown one and one of another municipality answer alike.</summary>
internal static class ShowIdea
{
    internal static async Task<Results<Ok<IdeaDetail>, NotFound>> Get(Guid id, Caller caller, IdeaDesk desk, CancellationToken ct) =>
        await desk.ShowAsync(caller, id, ct) is { } idea ? TypedResults.Ok(idea) : TypedResults.NotFound();
}
