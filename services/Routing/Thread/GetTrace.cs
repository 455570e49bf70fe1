using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Thread;

/// <summary>Why the conversation is where it is: every decision with its rules, in sentences, by the releases it was made with.</summary>
internal static class GetTrace
{
    public static async Task<Results<Ok<ConversationTrace>, NotFound>> Get(
        Guid id,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await using var reach = await Reach.OpenAsync(store, caller, id, ct);
        if (await ConversationReader.ReadAsync(reach, rulebook, id, ct) is not { } view)
            return TypedResults.NotFound();
        var decisions = new List<TracedDecision>();
        foreach (var decision in view.Events.Select(recorded => recorded.Data).OfType<QuestionRecognised>())
        {
            var edition = await rulebook.AsOfAsync(reach!.Session, decision.Releases, ct);
            decisions.Add(new TraceInWords(edition, reach.Owner).Of(decision, TextOf(view, decision.MessageId)));
        }

        if (view.Helping)
            await reach!.LookAsync(id, time.GetUtcNow(), ct);
        return TypedResults.Ok(new ConversationTrace(id, decisions));
    }

    private static string? TextOf(DeskView view, Guid message) =>
        view.Events.Select(recorded => recorded.Data).OfType<MessageReceived>().FirstOrDefault(each => each.MessageId == message)?.Text;
}
