using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Deciding;
using Refusal = WebcareHub.ServiceDefaults.Deciding.Refusal;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>
/// Carries a command to an idea: finds it within what the caller may see, decides, and writes events and row in one transaction. Who comes
/// between only makes it decide again, because no command here rests on what somebody saw.
/// </summary>
internal sealed class IdeaDesk(EventStore.EventStore store, TimeProvider time)
{
    private const int Attempts = 8;

    internal async Task<Results<Ok<IdeaDetail>, NotFound, ProblemHttpResult>> HandleAsync(
        Caller caller,
        Guid id,
        Func<Standing, IdeaState, Outcome> decide,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(caller, id, decide, ct) switch
                {
                    null => TypedResults.NotFound(),
                    { Refusal: { } refusal } => refusal.Problem(),
                    { Detail: var detail } => TypedResults.Ok(detail),
                };
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Somebody commented or voted between our read and our write.
            }
        }
    }

    /// <summary>Whether ideas may be raised on this layer: it is shared and published, or the caller's own.</summary>
    internal static async Task<bool> IsLayerAsync(EventSession session, Caller caller, string? layer, CancellationToken ct) =>
        layer == caller.Municipality
        || (layer is not null && !LayerCode.IsMunicipality(layer) && (await session.ReadEpochAsync(ct)).Releases.ContainsKey(layer));

    internal async Task<Handled> RaiseAsync(EventSession session, Caller caller, NewIdea raised, Guid id, CancellationToken ct)
    {
        var standing = await Standing.ReadAsync(session.Connection, caller, raised.Layer, time.GetUtcNow(), ct);
        var outcome = Raise.Decide(standing, id, raised);
        if (outcome.Refusal is { } refusal)
        {
            return new(null, refusal);
        }

        var idea = outcome.Events.Aggregate(IdeaState.None, IdeaState.Evolve);
        session.Append(IdeaStreams.Of(raised.Layer, id), 0, outcome.Events);
        session.Also(IdeaRow.Write(idea));
        if (raised.ConversationId is { } conversation)
        {
            var linked = new IdeaLinked(id, raised.Layer, conversation, caller.Agent, standing.Now);
            session.Append(IdeaStreams.Of(caller.Municipality, id), raised.Layer == caller.Municipality ? 1 : 0, [linked]);
            session.Also(IdeaRow.Link(caller.Municipality, id, conversation));
        }

        await session.CommitAsync(ct);
        return new(idea.Detail(standing, raised.ConversationId), null);
    }

    /// <summary>One idea as it stands; null when the caller cannot see it.</summary>
    internal async Task<IdeaDetail?> ShowAsync(Caller caller, Guid id, CancellationToken ct) =>
        (await TryAsync(caller, id, (_, _) => Outcome.Nothing, ct))?.Detail;

    private async Task<Handled?> TryAsync(Caller caller, Guid id, Func<Standing, IdeaState, Outcome> decide, CancellationToken ct)
    {
        await using var session = await Reach.OpenAsync(store, caller, ct);
        if (await IdeaRow.LayerOfAsync(session.Connection, id, ct) is not { } layer)
        {
            return null;
        }

        var stream = IdeaStreams.Of(layer, id);
        var (idea, version) = await session.LoadAsync(stream, IdeaState.None, IdeaState.Evolve, ct);
        var standing = await Standing.ReadAsync(session.Connection, caller, layer, time.GetUtcNow(), ct);
        var conversation = await IdeaRow.ConversationOfAsync(session.Connection, caller.Municipality, id, ct);
        var outcome = decide(standing, idea);
        if (outcome.Refusal is { } refusal)
        {
            return new(null, refusal);
        }

        var after = outcome.Events.Aggregate(idea, IdeaState.Evolve);
        if (outcome.Events.Count > 0)
        {
            session.Append(stream, version, outcome.Events);
            session.Also(IdeaRow.Write(after));
            await session.CommitAsync(ct);
        }

        return new(after.Detail(standing, conversation), null);
    }

    /// <summary>What became of a command: the idea as it is then, or why not.</summary>
    internal sealed record Handled(IdeaDetail? Detail, Refusal? Refusal);
}
