using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Thread;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>Standard answers with this municipality's facts filled in: what is said in a crisis first, then suggested ones, those of the topic, the rest.</summary>
internal static class GetAnswers
{
    private const int Most = 50;

    public static async Task<Results<Ok<IReadOnlyList<StandardAnswer>>, NotFound>> Get(
        Guid id,
        string? query,
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
        var now = time.GetUtcNow();
        var told = (await CoreAnswers.OfferedAsync(reach!.Session.Connection, reach.Owner, now, ct))
            .Select(answer => answer.Ready(view.Blueprint, view.Conversation.ResidentName, now))
            .Where(answer => Holds(query, answer.Title, answer.Text));
        if (view.Helping)
            await reach.LookAsync(id, now, ct);
        return TypedResults.Ok<IReadOnlyList<StandardAnswer>>([.. told, .. Of(view, caller.Name, query)]);
    }

    private static List<StandardAnswer> Of(DeskView view, string colleague, string? query)
    {
        var conversation = view.Conversation;
        var ofTopic = view.Blueprint.AnswersFor(conversation.Topic, conversation.Channel).Select(answer => answer.Id).ToList();
        var slots = Slots(conversation, colleague);
        return
        [
            .. view
                .Blueprint.Answers.Where(answer => answer.Channels.Count == 0 || answer.Channels.Contains(conversation.Channel))
                .Where(answer => Holds(query, answer.Id, answer.Title, answer.Text))
                .OrderBy(answer => Place(conversation.SuggestedAnswers, answer.Id))
                .ThenBy(answer => Place(ofTopic, answer.Id))
                .ThenBy(answer => answer.Title, StringComparer.CurrentCulture)
                .Take(Most)
                .Select(answer => (Answer: answer, Rendered: view.Blueprint.RenderAnswer(answer.Id, slots)))
                .Select(found => new StandardAnswer(
                    found.Answer.Id,
                    found.Answer.Title,
                    found.Rendered.Text,
                    found.Answer.Layer,
                    found.Rendered.Missing,
                    conversation.SuggestedAnswers.Contains(found.Answer.Id)
                )),
        ];
    }

    private static bool Holds(string? query, params IEnumerable<string> texts)
    {
        var folded = Folded.Of(string.Join(' ', texts));
        return Folded
            .Of(query ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Slots(Conversation conversation, string colleague)
    {
        var slots = new Dictionary<string, string> { ["medewerker"] = colleague };
        if (conversation.ResidentName is { Length: > 0 } name)
            slots["naam"] = name;
        return slots;
    }

    private static int Place(IReadOnlyList<string> order, string id) => order.ToList().IndexOf(id) is var at and >= 0 ? at : int.MaxValue;
}
