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
        var (decisions, scores) = (new List<TracedDecision>(), new List<TracedScore>());
        foreach (var happened in view.Events.Select(recorded => recorded.Data))
            if (ReleasesOf(happened) is { } releases)
            {
                var words = new TraceInWords(await rulebook.AsOfAsync(reach!.Session, releases, ct), reach.Owner);
                if (happened is QuestionRecognised decision)
                    decisions.Add(words.Of(decision, TextOf(view, decision.MessageId)));
                else if (words.OfScore(happened) is { } score)
                    scores.Add(score);
            }

        if (view.Helping)
            await reach!.LookAsync(id, time.GetUtcNow(), ct);
        return TypedResults.Ok(new ConversationTrace(id, decisions, scores.Count == 0 ? null : scores));
    }

    private static IReadOnlyDictionary<string, int>? ReleasesOf(object happened) =>
        happened switch
        {
            QuestionRecognised e => e.Releases,
            SatisfactionAsked e => e.Releases,
            Reopened { Unhappy: { } low } => low.Releases,
            _ => null,
        };

    private static string? TextOf(DeskView view, Guid message) =>
        view.Events.Select(recorded => recorded.Data).OfType<MessageReceived>().FirstOrDefault(each => each.MessageId == message)?.Text;
}
