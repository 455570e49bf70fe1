using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.EnvironmentAnalyses.Reading;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Writing;

/// <summary><c>PUT …/advice</c>: what the analyst writes, until it is frozen.</summary>
internal static class SaveAdvice
{
    internal static readonly Refusal NotYours = new(
        "Alleen een analist of de crisiscoördinator schrijft aan de omgevingsanalyse.",
        Refusal.NotYours
    );

    internal static async Task<Results<Ok<EnvironmentAdvice>, NotFound, ProblemHttpResult>> Put(
        [AsParameters] Asked asked,
        EnvironmentAdvice advice,
        CancellationToken ct
    )
    {
        if (await asked.Admission.ToAsync(asked.Crisis, asked.Caller, ct) is not { } admitted)
            return TypedResults.NotFound();
        if ((admitted.MayWrite ? AdviceCheck.Of(advice) : NotYours) is { } refusal)
            return refusal.Problem();
        await using var session = await asked.Store.OpenAsync([admitted.Facts.Layer], null, ct);
        session.Also(DraftRows.Write(admitted.Facts.Layer, asked.Crisis, advice, asked.Time.GetUtcNow()));
        await session.CommitAsync(ct);
        return TypedResults.Ok(advice);
    }

    /// <summary>Of the route and the caller.</summary>
    internal sealed record Asked(Guid Crisis, Caller Caller, Admission Admission, EventStore.EventStore Store, TimeProvider Time);
}
