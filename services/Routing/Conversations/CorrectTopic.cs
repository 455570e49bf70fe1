using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using static WebcareHub.Routing.Conversations.Outcome;

namespace WebcareHub.Routing.Conversations;

/// <summary>A colleague puts another topic on the question.</summary>
internal static class CorrectTopic
{
    public static Outcome Decide(AgentRef agent, string topic, bool topicExists, Conversation conversation, DateTimeOffset now) =>
        conversation switch
        {
            { Erased: true } => Refuse("De gegevens van deze inwoner zijn gewist."),
            { QuestionId: null } => Refuse("In dit gesprek staat nog geen vraag."),
            _ when !topicExists => Refuse("Dit onderwerp staat niet in de blauwdruk.", Refusal.Invalid),
            _ when conversation.Topic == topic => Nothing,
            _ => Accept(new TopicCorrected(conversation.QuestionId.Value, conversation.Topic, topic, agent, now)),
        };

    public static Task<Results<Ok<ConversationVersion>, NotFound, ProblemHttpResult>> Post(
        Guid id,
        Contracts.Api.CorrectTopic command,
        Caller caller,
        Desk desk,
        TimeProvider time,
        CancellationToken ct
    ) =>
        desk.HandleAsync(
            caller,
            id,
            command.ExpectedVersion,
            view =>
                AtHome(
                    Decide(
                        view.Caller.Agent,
                        command.Topic,
                        view.Blueprint.Topic(command.Topic) is not null,
                        view.Conversation,
                        time.GetUtcNow()
                    ),
                    view,
                    time.GetUtcNow()
                ),
            ct
        );

    /// <summary>A topic that is never shared keeps the question home from now on, whatever was decided before.</summary>
    private static Outcome AtHome(Outcome outcome, DeskView view, DateTimeOffset now)
    {
        var c = view.Conversation;
        if (outcome.Events is not [TopicCorrected { Topic: var topic }] || c.Overflow == "never" || !StaysHome(topic, view.Blueprint))
            return outcome;
        var queued = new Queued(c.WorkList, c.Role, c.DueAt, "never", c.ApprovalRequired, c.SuggestedAnswers, c.Labels, now);
        return Accept([.. outcome.Events, queued]);
    }

    private static bool StaysHome(string topic, EffectiveBlueprint blueprint)
    {
        var most = blueprint.Topics.Count;
        for (var at = blueprint.Topic(topic); at is not null && most-- >= 0; at = blueprint.Topic(at.Parent))
            if (at.Overflow is not null)
                return at.Overflow == "never";
        return false;
    }
}
