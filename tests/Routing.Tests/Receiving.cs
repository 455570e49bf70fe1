using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Inbound;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using static WebcareHub.Routing.Tests.Given;

namespace WebcareHub.Routing.Tests;

public sealed class Receiving
{
    private static readonly InForce InForce = new(
        Blueprint
            .Read([
                new LayerFiles(
                    "nl",
                    new Dictionary<string, string>
                    {
                        ["all.yaml"] = """
                        layer: { title: Landelijke blauwdruk, kind: national }
                        defaults: { owner: Team, reviewOn: 2027-06-01 }
                        roles:
                          - { id: webcaremedewerker, title: Webcaremedewerker, token: webcare }
                        worklists:
                          - { id: webcare, title: Webcare, role: webcaremedewerker }
                        topics:
                          - { id: parkeren, title: Parkeren, theme: webcare, words: [parkeren] }
                          - { id: afval, title: Afval, theme: webcare, words: [afval] }
                        rules:
                          - id: nl.bevestig
                            title: Elke vraag krijgt een ontvangstbevestiging
                            theme: webcare
                            when: { topic: afval }
                            then: { acknowledge: ontvangen }
                        answers:
                          - { id: ontvangen, title: Ontvangen, text: Wij hebben uw bericht ontvangen. }
                        """,
                    }
                ),
            ])
            .For("GM0088"),
        new Dictionary<string, int> { ["nl"] = 1 },
        1,
        []
    );

    [Fact]
    public void The_first_message_opens_recognises_and_queues()
    {
        var events = Receive.Decide(Arrival("Waar kan ik parkeren?"), Conversations.Conversation.None, InForce, Now);
        events
            .Select(e => e.GetType())
            .ShouldBe([typeof(ConversationOpened), typeof(MessageReceived), typeof(QuestionRecognised), typeof(Queued)]);
        ((QuestionRecognised)events[2]).Topic.ShouldBe("parkeren");
    }

    [Fact]
    public void A_message_that_recognises_nothing_joins_the_open_question()
    {
        var events = Receive.Decide(Arrival("graag snel"), Conversation(), InForce, Now);
        events.OfType<QuestionRecognised>().Single().QuestionId.ShouldBe(QuestionId);
    }

    [Fact]
    public void Another_topic_is_another_question() =>
        Receive
            .Decide(Arrival("Waarom wordt het afval niet opgehaald?"), Conversation(), InForce, Now)
            .OfType<QuestionRecognised>()
            .Single()
            .QuestionId.ShouldNotBe(QuestionId);

    [Fact]
    public void Within_the_term_a_message_reopens_what_was_resolved() =>
        Receive
            .Decide(Arrival("Toch nog een vraag"), Conversation(Resolved()), InForce, Now.AddDays(6))[0]
            .ShouldBeOfType<Reopened>()
            .By.ShouldBeNull();

    [Fact]
    public void After_the_term_a_new_conversation_is_linked_to_the_old_one() =>
        Receive
            .Decide(Arrival("Toch nog een vraag"), Conversation(Resolved()), InForce, Now.AddDays(8))[0]
            .ShouldBeOfType<ConversationOpened>()
            .PreviousConversationId.ShouldBe(Id);

    [Fact]
    public void An_acknowledgement_goes_out_once_per_question()
    {
        var first = Receive.Decide(Arrival("Het afval ligt op straat"), Conversations.Conversation.None, InForce, Now);
        first.OfType<ReplyRequested>().ShouldHaveSingleItem().Automatic.ShouldBeTrue();
        var conversation = first.Aggregate(Conversations.Conversation.None, Conversations.Conversation.Evolve);
        Receive.Decide(Arrival("Het afval stinkt"), conversation, InForce, Now).OfType<ReplyRequested>().ShouldBeEmpty();
    }

    [Fact]
    public void An_acknowledgement_never_goes_into_a_closed_window() =>
        Receive
            .Decide(Arrival("Het afval ligt op straat", Now.AddHours(-25)), Conversations.Conversation.None, InForce, Now)
            .OfType<ReplyRequested>()
            .ShouldBeEmpty();

    private static Receive.Arrival Arrival(string text, DateTimeOffset? at = null)
    {
        var message = new InboundMessage(
            "wamid.2",
            new(["phone:31612345678"], "Willemijn"),
            Visibility.Private,
            MessageKind.Text,
            text,
            at ?? Now
        );
        return new(
            new(Guid.NewGuid(), 0, "GM0088", "whatsapp", "demo", "1", Now, "key", message),
            message,
            Guid.NewGuid(),
            true,
            new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid())
        );
    }
}
