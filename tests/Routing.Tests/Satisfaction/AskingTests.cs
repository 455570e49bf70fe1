using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Satisfaction;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using static WebcareHub.Routing.Tests.Given;

namespace WebcareHub.Routing.Tests.Satisfaction;

/// <summary>When a resident is asked what they thought of the help, and when not.</summary>
public sealed class AskingTests
{
    internal const string Layer = """
        layer: { title: Landelijke blauwdruk, kind: national }
        defaults: { owner: Team, reviewOn: 2027-06-01 }
        worklists:
          - { id: webcare, title: Webcare }
          - { id: spoed, title: Spoed }
        servicelevels:
          - { id: normaal, title: Gewoon, firstResponse: 4h, hours: always }
        topics:
          - { id: parkeren, title: Parkeren, theme: webcare, words: [parkeren] }
          - { id: afval, title: Afval, theme: webcare, words: [afval] }
        scenarios:
          - { id: brand, title: Brand, quiet: true }
          - { id: drukte, title: Drukte }
        satisfaction:
          afterChat: 1m
          afterDirect: 2h
          never: [spoed]
          question: Hoe tevreden bent u, van 1 tot 10?
          thanks: Dank u wel.
          sorry: Een collega kijkt nog een keer.
        """;

    // Monday at noon, here.
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);
    private static readonly AskForScore.To To = new(Guid.NewGuid(), null);

    internal static InForce InForce(params string[] scenarios) => With(Layer, scenarios);

    [Fact]
    public void A_while_after_the_answer_the_resident_is_asked_in_the_name_of_the_municipality()
    {
        Ask(Done(), Noon.AddMinutes(119)).ShouldBeEmpty();
        var events = Ask(Done(), Noon.AddHours(2));
        var asked = events[0].ShouldBeOfType<SatisfactionAsked>();
        var message = events[1].ShouldBeOfType<ReplyRequested>();
        (asked.QuestionId, asked.ReplyId, asked.ResolvedAt).ShouldBe((QuestionId, To.ReplyId, Noon));
        (message.Automatic, message.Aside, message.By.Id).ShouldBe((true, true, "system"));
        message.Text.ShouldBe("Hoe tevreden bent u, van 1 tot 10?\n\nGemeente GM0088");
    }

    [Fact]
    public void The_chat_asks_by_itself_and_sooner()
    {
        Ask(Done("chat"), Noon.AddSeconds(59)).ShouldBeEmpty();
        Ask(Done("chat"), Noon.AddMinutes(1)).ShouldHaveSingleItem().ShouldBeOfType<SatisfactionAsked>().ReplyId.ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_asked_at_night_and_not_any_more_when_it_is_long_ago()
    {
        var evening = Noon.AddHours(8);
        Ask(Done("mastodon", at: evening), evening.AddHours(2)).ShouldBeEmpty();
        Ask(Done("mastodon", at: evening), Noon.AddHours(20.9)).ShouldBeEmpty();
        Ask(Done("mastodon", at: evening), Noon.AddHours(21)).ShouldNotBeEmpty();
        Ask(Done("mastodon"), Noon.AddHours(26)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_asked_when_the_window_of_the_platform_is_closed() =>
        Ask(Done(wrote: Noon.AddHours(-23)), Noon.AddHours(2)).ShouldBeEmpty();

    [Fact]
    public void A_scenario_that_wants_quiet_is_respected()
    {
        AskForScore.Decide(Done(), To, InForce("brand"), Noon.AddHours(2)).ShouldBeEmpty();
        AskForScore.Decide(Done(), To, InForce("drukte"), Noon.AddHours(2)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Nobody_is_asked_in_public_in_an_exercise_about_an_emergency_or_without_a_question()
    {
        Ask(Done() with { Visibility = Visibility.Public }, Noon.AddHours(2)).ShouldBeEmpty();
        Ask(Done() with { Municipality = "oef.GM0088" }, Noon.AddHours(2)).ShouldBeEmpty();
        Ask(Done() with { WorkList = "spoed" }, Noon.AddHours(2)).ShouldBeEmpty();
        var silent = With(Layer[..Layer.IndexOf("  question", StringComparison.Ordinal)]);
        AskForScore.Decide(Done(), To, silent, Noon.AddHours(2)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_an_answer_of_a_colleague_that_is_done_is_asked_about()
    {
        Given.Conversation(new Resolved("answered", null, Jan, Noon)).Scoring.ShouldBe(Scoring.None);
        Given.Conversation(Asked(automatic: true), new Resolved("answered", null, Jan, Noon)).Scoring.ShouldBe(Scoring.None);
        Given.Conversation(Asked(), new Resolved("no-reply", "reclame", Jan, Noon)).Scoring.ShouldBe(Scoring.Helped);
        Given.Conversation(Asked(), Resolved(), new Reopened(null, Noon)).Scoring.ShouldBe(Scoring.Helped);
        Given.Conversation(Asked(), Resolved()).Scoring.ShouldBe(Scoring.Due);
    }

    [Fact]
    public void A_question_is_asked_about_once_and_another_question_again()
    {
        var asked = Ask(Done(), Noon.AddHours(2)).Aggregate(Done(), Conversations.Conversation.Evolve);
        asked.Scoring.ShouldBe(Scoring.Asked);
        var again = After(asked, new Reopened(Jan, Noon), Asked(), Resolved());
        again.Scoring.ShouldBe(Scoring.Over);
        var other = After(
            asked,
            new Reopened(null, Noon),
            Message("En het afval?"),
            Recognised("afval", question: Guid.NewGuid()),
            Asked(),
            Resolved()
        );
        other.Scoring.ShouldBe(Scoring.Due);
    }

    [Fact]
    public void A_question_that_does_not_arrive_bothers_nobody()
    {
        var asked = Ask(Done(), Noon.AddHours(2)).Aggregate(Done(), Conversations.Conversation.Evolve);
        var failed = After(asked, new ReplyFailed(To.ReplyId, 0, 1, "Geweigerd", false, Noon));
        (failed.NeedsAttention, failed.Status).ShouldBe((false, Contracts.Api.ConversationStatus.Resolved));
    }

    internal static Conversation Done(string channel = "whatsapp", DateTimeOffset? at = null, DateTimeOffset? wrote = null) =>
        new object[]
        {
            Opened with
            {
                Channel = channel,
            },
            Message("Waar kan ik parkeren?", wrote ?? Noon.AddHours(-1)),
            Recognised("parkeren"),
            Queued(),
            Asked(),
            Resolved(at ?? Noon),
        }.Aggregate(Conversations.Conversation.None, Conversations.Conversation.Evolve);

    internal static Conversation After(Conversation conversation, params object[] events) =>
        events.Aggregate(conversation, Conversations.Conversation.Evolve);

    private static IReadOnlyList<object> Ask(Conversation conversation, DateTimeOffset now) =>
        AskForScore.Decide(conversation, To, InForce(), now);

    private static InForce With(string layer, params string[] scenarios) =>
        new(
            Blueprint.Read([new LayerFiles("nl", new Dictionary<string, string> { ["all.yaml"] = layer })]).For("GM0088"),
            new Dictionary<string, int> { ["nl"] = 1 },
            1,
            [.. scenarios.Select(scenario => new CrisisInForce(Guid.NewGuid(), scenario, ["nl"], false, Noon))]
        );
}
