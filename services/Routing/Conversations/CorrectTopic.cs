using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
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
                Decide(caller.Agent, command.Topic, view.Blueprint.Topic(command.Topic) is not null, view.Conversation, time.GetUtcNow()),
            ct
        );
}
