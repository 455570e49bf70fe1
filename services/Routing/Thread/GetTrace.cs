using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
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
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        if (await ConversationReader.ReadAsync(session, rulebook, caller, id, ct) is not { } view)
            return TypedResults.NotFound();
        var decisions = new List<TracedDecision>();
        foreach (var decision in view.Events.Select(recorded => recorded.Data).OfType<QuestionRecognised>())
        {
            var edition = await rulebook.AsOfAsync(session, decision.Releases, ct);
            decisions.Add(new TraceInWords(edition, caller.Municipality).Of(decision, TextOf(view, decision.MessageId)));
        }

        return TypedResults.Ok(new ConversationTrace(id, decisions));
    }

    private static string? TextOf(DeskView view, Guid message) =>
        view.Events.Select(recorded => recorded.Data).OfType<MessageReceived>().FirstOrDefault(each => each.MessageId == message)?.Text;
}
