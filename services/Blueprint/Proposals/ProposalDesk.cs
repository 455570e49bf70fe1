using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>Carries a command to a proposal; who comes between makes it decide again.</summary>
internal sealed class ProposalDesk(EventStore.EventStore store, TimeProvider time)
{
    private const int Attempts = 8;

    internal async Task<Results<Created<ProposalDetail>, NotFound, ProblemHttpResult>> DraftAsync(
        Caller caller,
        NewProposal proposal,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDraftAsync(caller, proposal, ct);
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Somebody commented on one of the ideas, or took it up.
            }
        }
    }

    /// <param name="ideas">Ideas the command names, beside those the proposal has.</param>
    internal async Task<Results<Ok<ProposalDetail>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        Func<Standing, ProposalState, Surroundings, Outcome> decide,
        CancellationToken ct,
        IReadOnlyList<Guid>? ideas = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var session = await Reach.OpenAsync(store, caller, ct);
                if (await Opened.ReadAsync(session, caller, id, (ideas, time.GetUtcNow()), ct) is not { } opened)
                {
                    return TypedResults.NotFound();
                }

                var outcome = decide(opened.Standing, opened.Proposal, opened.Around);
                return outcome.Refusal is { } refusal ? refusal.Problem() : TypedResults.Ok(await opened.WriteAsync(outcome.Events, ct));
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Somebody commented or decided between our read and our write.
            }
        }
    }

    /// <summary>What a reader takes of a proposal that the caller may see; the default when there is none.</summary>
    internal async Task<T?> LookAsync<T>(Caller caller, Guid id, Func<Opened, T> look, CancellationToken ct)
    {
        await using var session = await Reach.OpenAsync(store, caller, ct);
        return await Opened.ReadAsync(session, caller, id, (null, time.GetUtcNow()), ct) is { } opened ? look(opened) : default;
    }

    private async Task<Results<Created<ProposalDetail>, NotFound, ProblemHttpResult>> TryDraftAsync(
        Caller caller,
        NewProposal proposal,
        CancellationToken ct
    )
    {
        await using var session = await Reach.OpenAsync(store, caller, ct);
        if (!await IdeaDesk.IsLayerAsync(session, caller, proposal.Layer, ct))
        {
            return TypedResults.NotFound();
        }

        var id = Guid.CreateVersion7();
        var around = await Opened.AroundAsync(session, caller, proposal.Layer, (proposal.Ideas ?? [], time.GetUtcNow()), ct);
        var outcome = Draft.Decide(around.Standing, id, proposal, around.Around);
        return outcome.Refusal is { } refusal
            ? refusal.Problem()
            : TypedResults.Created($"/api/v1/proposals/{id}", await around.WriteAsync(outcome.Events, ct));
    }
}
