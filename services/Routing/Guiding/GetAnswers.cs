using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Thread;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>Standard answers with this municipality's facts filled in: suggested ones first, then those of the topic, then the rest.</summary>
internal static class GetAnswers
{
    private const int Most = 50;

    public static async Task<Results<Ok<IReadOnlyList<StandardAnswer>>, NotFound>> Get(
        Guid id,
        string? query,
        Caller caller,
        EventStore.EventStore store,
        Rulebook rulebook,
        CancellationToken ct
    )
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        return await ConversationReader.ReadAsync(session, rulebook, caller, id, ct) is { } view
            ? TypedResults.Ok<IReadOnlyList<StandardAnswer>>(Of(view, caller.Name, query))
            : TypedResults.NotFound();
    }

    private static List<StandardAnswer> Of(DeskView view, string colleague, string? query)
    {
        var conversation = view.Conversation;
        var ofTopic = view.Blueprint.AnswersFor(conversation.Topic, conversation.Channel).Select(answer => answer.Id).ToList();
        var words = Folded.Of(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slots = Slots(conversation, colleague);
        return
        [
            .. view
                .Blueprint.Answers.Where(answer => answer.Channels.Count == 0 || answer.Channels.Contains(conversation.Channel))
                .Where(answer =>
                    words.All(word => Folded.Of($"{answer.Id} {answer.Title} {answer.Text}").Contains(word, StringComparison.Ordinal))
                )
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

    private static Dictionary<string, string> Slots(Conversation conversation, string colleague)
    {
        var slots = new Dictionary<string, string> { ["medewerker"] = colleague };
        if (conversation.ResidentName is { Length: > 0 } name)
            slots["naam"] = name;
        return slots;
    }

    private static int Place(IReadOnlyList<string> order, string id) => order.ToList().IndexOf(id) is var at and >= 0 ? at : int.MaxValue;
}
