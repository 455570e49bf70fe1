using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.Tests;

/// <summary>Given these events, a conversation; and people and moments to go with it.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly AgentRef Jan = new("jan", "Jan");
    public static readonly AgentRef Fatma = new("fatma", "Fatma");
    public static readonly Guid Id = Guid.CreateVersion7();
    public static readonly Guid MessageId = Guid.CreateVersion7();
    public static readonly Guid QuestionId = Guid.CreateVersion7();
    public static readonly Guid ReplyId = Guid.CreateVersion7();

    public static ConversationOpened Opened =>
        new(Id, "GM0088", "whatsapp", "demo", "1", Guid.CreateVersion7(), Visibility.Private, null, Now);

    public static Conversation Conversation(params object[] more) =>
        new object[] { Opened, Message("Waar kan ik parkeren?"), Recognised("parkeren"), Queued() }
            .Concat(more)
            .Aggregate(Conversations.Conversation.None, Conversations.Conversation.Evolve);

    public static MessageReceived Message(string? text, DateTimeOffset? at = null) =>
        new(MessageId, Guid.NewGuid(), "wamid.1", "Willemijn", MessageKind.Text, text, null, [], null, at ?? Now, at ?? Now);

    public static QuestionRecognised Recognised(string? topic, string priority = "normal", Guid? question = null) =>
        new(
            question ?? QuestionId,
            MessageId,
            topic,
            "question",
            priority,
            "webcare",
            [],
            new Dictionary<string, int>(),
            1,
            new Dictionary<string, string>(),
            Now
        );

    public static Queued Queued(DateTimeOffset? due = null) =>
        new("webcare", null, due ?? Now.AddHours(4), "never", false, ["antwoord"], [], Now);

    public static ReplyRequested Asked(bool automatic = false) =>
        new(ReplyId, "Op het plein", null, null, null, null, null, [], automatic, Jan, Now.AddDays(1), Now);

    public static Resolved Resolved(DateTimeOffset? at = null) => new("answered", null, Jan, at ?? Now);
}
