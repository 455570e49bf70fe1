using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Satisfaction;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Inbound;

/// <summary>A message of a resident: which conversation it belongs to, what the blueprint says, where it waits.</summary>
internal static class Receive
{
    public static readonly AgentRef System = new("system", "WebcareHub");

    /// <summary>A message with the ids it will need; what is not needed is not used.</summary>
    /// <param name="Thread">Hash of the root post; empty for a private message.</param>
    internal sealed record Arrival(
        Contracts.Bus.Inbound Inbound,
        InboundMessage Message,
        Guid ResidentId,
        bool FirstContact,
        Ids Ids,
        string Thread = ""
    );

    internal sealed record Ids(Guid Conversation, Guid Message, Guid Question, Guid Reply);

    /// <summary>Whether the resident's last conversation goes on with this message; otherwise a new one begins.</summary>
    public static bool Continues(Conversation latest, EffectiveBlueprint blueprint, DateTimeOffset now) =>
        latest.Exists
        && !latest.Erased
        && (latest.Status != ConversationStatus.Resolved || now - latest.ResolvedAt <= blueprint.ReopenWithin);

    public static IReadOnlyList<object> Decide(Arrival arrival, Conversation latest, InForce inForce, DateTimeOffset now)
    {
        if (TakeScore.Answers(latest, arrival.Message, inForce.Blueprint.Asking, now) is { } score)
            return TakeScore.Decide(latest, Received(arrival, now), (score, arrival.Ids.Reply), inForce, now);
        var events = new List<object>(5);
        var conversation = Begin(arrival, latest, inForce.Blueprint, events, now);
        var before = conversation;
        conversation = Add(events, conversation, Received(arrival, now));
        var decision = inForce.Blueprint.Decide(Facts(arrival, before, conversation, now) with { Scenario = inForce.Scenario }, now);
        var question = IsNewQuestion(before, decision) ? arrival.Ids.Question : before.QuestionId!.Value;
        conversation = Add(events, conversation, Recognised(arrival, question, decision, inForce, now));
        // What we promised to come back to is not done by a word of thanks.
        if (decision.NoReply is { } reason && !WasWaiting(before, events) && conversation.PromisedUntil is null)
        {
            events.Add(new Resolved("no-reply", reason, System, now));
            events.AddRange(Sharing.Ending(latest, events, inForce.Blueprint, now));
            return events;
        }
        if (Place(before, question != before.QuestionId || !WasWaiting(before, events), decision, now) is { } queued)
            conversation = Add(events, conversation, queued);
        if (Acknowledge(arrival, conversation, decision, inForce.Blueprint, now) is { } acknowledgement)
            events.Add(acknowledgement);
        // What turns out to be a matter for home alone closes at once.
        if (conversation.OpenTo.Count > 0)
            events.AddRange(Sharing.Ending(latest, events, inForce.Blueprint, now));
        return events;
    }

    private static Conversation Begin(
        Arrival arrival,
        Conversation latest,
        EffectiveBlueprint blueprint,
        List<object> events,
        DateTimeOffset now
    )
    {
        if (!Continues(latest, blueprint, now))
        {
            var inbound = arrival.Inbound;
            return Add(
                events,
                Conversation.None,
                new ConversationOpened(
                    arrival.Ids.Conversation,
                    inbound.Municipality!,
                    inbound.Channel,
                    inbound.App,
                    inbound.Account,
                    arrival.ResidentId,
                    arrival.Message.Visibility,
                    latest is { Exists: true, Erased: false } ? latest.Id : null,
                    now,
                    arrival.Thread.Length == 0 ? null : arrival.Thread
                )
            );
        }
        return latest.Status == ConversationStatus.Resolved ? Add(events, latest, new Reopened(null, now)) : latest;
    }

    private static MessageReceived Received(Arrival arrival, DateTimeOffset now)
    {
        var message = arrival.Message;
        return new(
            arrival.Ids.Message,
            arrival.Inbound.DeliveryId,
            message.PlatformId,
            message.Author.Name,
            message.Kind,
            message.Text,
            message.QuotedId,
            [
                .. (message.Attachments ?? []).Select(file => new AttachmentAnnounced(
                    file.FileId,
                    file.ContentType,
                    file.FileName,
                    file.PlatformFileId,
                    file.Sha256
                )),
            ],
            message.Detail,
            message.SentAt,
            now,
            message.ReplyTo
        );
    }

    private static MessageFacts Facts(Arrival arrival, Conversation before, Conversation after, DateTimeOffset now) =>
        new(
            arrival.Message.Text,
            arrival.Inbound.Channel,
            arrival.Message.Visibility == Visibility.Public ? "public" : "private",
            KindName(arrival.Message.Kind),
            Topic: before.Topic,
            FirstContact: arrival.FirstContact,
            Attachments: arrival.Message.Attachments?.Count ?? 0,
            Acknowledged: before.Acknowledged,
            WindowOpen: Window.IsOpen(after, now)
        );

    // Another topic than the open question has is another question; the first topic found belongs to the question that was there.
    private static bool IsNewQuestion(Conversation before, Decision decision) =>
        before.QuestionId is null || (before.Topic is not null && decision.Topic is not null && decision.Topic != before.Topic);

    private static QuestionRecognised Recognised(Arrival arrival, Guid question, Decision decision, InForce inForce, DateTimeOffset now) =>
        new(
            question,
            arrival.Ids.Message,
            decision.Topic,
            decision.Intent,
            decision.Priority,
            decision.Theme,
            [.. decision.Trace.Select(step => new TraceStep(step.Rule, step.Layer, step.Title, step.Set, step.Lost))],
            inForce.Releases,
            inForce.Epoch,
            decision.Facts,
            now
        );

    private static bool WasWaiting(Conversation before, List<object> events) =>
        before.AwaitsAnswer && before.WorkList.Length > 0 && events[0] is not (ConversationOpened or Reopened);

    /// <summary>Null when the conversation stays where it is. What was due already stays due then.</summary>
    private static Queued? Place(Conversation before, bool afresh, Decision decision, DateTimeOffset now)
    {
        var due = afresh || before.DueAt is null ? decision.Due : Earliest(before.DueAt, decision.Due);
        var suggested = decision.Suggest.Count > 0 || afresh ? decision.Suggest : before.SuggestedAnswers;
        var moved = decision.WorkList != before.WorkList || decision.Role != before.Role || decision.Overflow != before.Overflow;
        // A message that says nothing new ("ja graag") does not take a question away from where the earlier one put it.
        var weaker = !afresh && decision.Topic is null;
        if (
            !afresh
            && (weaker || !moved)
            && due == before.DueAt
            && suggested.SequenceEqual(before.SuggestedAnswers)
            && decision.Labels.All(before.Labels.Contains)
        )
            return null;
        return new Queued(
            weaker ? before.WorkList : decision.WorkList,
            weaker ? before.Role : decision.Role,
            due,
            weaker ? before.Overflow : decision.Overflow,
            decision.ApprovalRequired || (!afresh && before.ApprovalRequired),
            suggested,
            afresh ? decision.Labels : [.. before.Labels.Union(decision.Labels)],
            now
        );
    }

    private static ReplyRequested? Acknowledge(
        Arrival arrival,
        Conversation conversation,
        Decision decision,
        EffectiveBlueprint blueprint,
        DateTimeOffset now
    )
    {
        if (decision.Acknowledge is not { } answer || conversation.Acknowledged || !Window.IsOpen(conversation, now))
            return null;
        var rendered = blueprint.RenderAnswer(answer);
        var text = Conversations.Drafts.Signed(rendered.Text, blueprint.Voice.Name is { } name ? $"Gemeente {name}" : null);
        return rendered.Missing.Count > 0
            ? null
            : new ReplyRequested(
                arrival.Ids.Reply,
                text,
                answer,
                null,
                null,
                null,
                null,
                [],
                true,
                System,
                conversation.WindowUntil,
                now,
                Visibility: conversation.Visibility,
                ReplyTo: arrival.Message.ReplyTo
            );
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    private static Conversation Add(List<object> events, Conversation conversation, object @event)
    {
        events.Add(@event);
        return Conversation.Evolve(conversation, @event);
    }

    private static string KindName(MessageKind kind) =>
        kind switch
        {
            MessageKind.Media => "media",
            MessageKind.Location => "location",
            MessageKind.Contacts => "contacts",
            MessageKind.Choice => "choice",
            MessageKind.Notice => "notice",
            MessageKind.Unsupported => "unsupported",
            _ => "text",
        };
}
