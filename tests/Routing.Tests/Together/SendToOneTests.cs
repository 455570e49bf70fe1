using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Together;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Tests.Together;

public sealed class SendToOneTests
{
    private static readonly AgentRef Renske = new("renske", "Renske");
    private static readonly EffectiveBlueprint Voice = Blueprints("u", "  facts: { loket: het gemeentehuis }");

    [Fact]
    public void An_answer_goes_in_the_voice_of_the_municipality_with_the_moment_it_leaves()
    {
        var reply = Send(Say("{naam|inwoner}, kom naar {loket}. Stand van {stand}.")).Reply;

        reply.ShouldNotBeNull();
        reply.Text.ShouldBe(
            "Dag Willemijn,\n\nWillemijn, kom naar het gemeentehuis. Stand van 10.00 uur.\n\nHet webcareteam, gemeente Eiland"
        );
        (reply.ToMany, reply.By, reply.Aside, reply.Automatic).ShouldBe((Answer.Id, Renske, false, false));
    }

    [Fact]
    public void Who_says_je_gets_the_words_for_that()
    {
        Send(Say("U kunt", "Je kunt"), blueprint: Blueprints("je"))
            .Reply!.Text.ShouldBe("Dag Willemijn,\n\nJe kunt\n\nHet webcareteam, gemeente Eiland");
        Send(Say("U kunt"), blueprint: Blueprints("je")).Reply!.Text!.ShouldContain("U kunt");
    }

    [Fact]
    public void In_their_own_municipality_a_colleague_signs_with_their_name() =>
        Send(Say("Ja"), answer: Answer with { Municipality = "GM0088" }).Reply!.Text.ShouldEndWith("Renske, gemeente Eiland");

    [Fact]
    public void A_spokespersons_own_words_take_the_place_of_the_common_ones() =>
        Send(Say("Algemeen") with { LocalTexts = new Dictionary<string, string> { ["GM0088"] = "Van hier" } })
            .Reply!.Text!.ShouldContain("Van hier");

    public static TheoryData<string, string> NotSent =>
        new()
        {
            { "claimed", "Een collega is ermee bezig." },
            { "answered", "Een collega heeft al geantwoord." },
            { "resolved", "Het gesprek is al afgehandeld." },
            { "erased", "De gegevens van deze inwoner zijn gewist." },
            { "approval", "Op deze vraag antwoordt een woordvoerder." },
            { "late", "De inwoner schreef meer dan 24 uur geleden. WhatsApp staat dan geen antwoord aan velen meer toe." },
            { "missing", "Niet ingevuld: loket." },
        };

    [Theory]
    [MemberData(nameof(NotSent))]
    public void Who_cannot_get_it_gets_nothing_and_the_reason_is_told(string why, string reason)
    {
        var conversation = why switch
        {
            "claimed" => Given.Conversation(new Claimed(Given.Jan, Given.Now)),
            "answered" => Given.Conversation(Given.Asked()),
            "resolved" => Given.Conversation(Given.Resolved()),
            "erased" => Given.Conversation(Given.Resolved(), new PersonalDataErased(Given.Jan, "", Given.Now)),
            "approval" => Given.Conversation(Given.Queued() with { ApprovalRequired = true }),
            _ => Given.Conversation(),
        };
        var now = why == "late" ? Given.Now.AddHours(25) : Given.Now;

        var outcome = SendToOne.Decide(
            Answer with
            {
                Content = Say(why == "missing" ? "Kom naar {loket}" : "Ja"),
            },
            conversation,
            new(Given.ReplyId, null, false),
            why == "missing" ? Blueprints("u") : Voice,
            now
        );

        outcome.Reply.ShouldBeNull();
        outcome.Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_correction_reaches_whom_was_answered_and_leaves_the_conversation_where_it_stands()
    {
        foreach (var before in new[] { Given.Conversation(Given.Resolved()), Given.Conversation(new Claimed(Given.Jan, Given.Now)) })
        {
            var reply = Send(Say("Toch niet") with { Correction = true }, before).Reply;

            reply.ShouldNotBeNull();
            Conversation.Evolve(before, reply).Status.ShouldBe(before.Status);
            Conversation.Evolve(before, reply).DueAt.ShouldBe(before.DueAt);
        }
    }

    [Fact]
    public void Who_asked_something_else_since_goes_on_waiting_for_that()
    {
        var before = Given.Conversation();
        var reply = SendToOne.Decide(Answer, before, new(Given.ReplyId, null, true), Voice, Given.Now).Reply!;

        Conversation.Evolve(before, reply).AwaitsAnswer.ShouldBeTrue();
    }

    [Fact]
    public void In_public_nobody_is_named_and_what_is_too_long_goes_short_or_not_at_all()
    {
        var post = Given.Conversation() with { Channel = Channel.X, Visibility = Visibility.Public, WindowUntil = null };

        Send(Say("Kort"), post).Reply!.Text.ShouldBe("Dag,\n\nKort\n\nHet webcareteam, gemeente Eiland");
        Send(Say(new string('a', 246)), post).Reply!.Text.ShouldStartWith("aaa");
        Send(Say(new string('a', 300)) with { ShortText = "Zie de site" }, post).Reply!.Text.ShouldBe("Zie de site");
        Send(Say(new string('a', 300)), post).Reason.ShouldBe("Het antwoord is te lang voor een bericht op X.");
    }

    [Fact]
    public void A_core_message_goes_only_where_it_was_released_with_the_moment_its_facts_are_of()
    {
        var id = Guid.CreateVersion7();
        object[] events =
        [
            new CoreMessageReleased(id, 1, "GM0088", "T", "Kook het water", Given.Now, null, Given.Now.AddMinutes(5), Given.Jan, Given.Now),
            new CoreMessageLocalised(id, 1, "GM0072", "T", "Kook even", Given.Now, null, Given.Now, Given.Jan, Given.Now),
            new CoreMessageDeclined(id, 1, "GM0072", "", Given.Jan, Given.Now),
        ];
        var core = Say("") with { Text = null, CoreMessageId = id, CoreTexts = CoreTexts.Fold(events) };

        var reply = Send(core).Reply!;
        reply.Text!.ShouldContain("Kook het water\n\nStand van 10:05.");
        reply.AnswerId.ShouldBe($"core:{id}:1");
        Send(core, Given.Conversation() with { Municipality = "GM0072" })
            .Reason.ShouldBe("Deze gemeente heeft de kernboodschap niet vrijgegeven.");
        CoreTexts.Fold(events.Append(new CoreMessageWithdrawn(id, 1, "", null, "GM0088", Given.Jan, Given.Now))).ShouldBeNull();
    }

    [Fact]
    public void One_account_never_sends_faster_than_its_platform_takes_and_another_does_not_wait_for_it()
    {
        Pacing.Account slow = new("GM0088", Channel.Instagram, "1");
        Pacing.Account fast = new("GM0088", Channel.WhatsApp, "2");
        var busy = new Dictionary<Pacing.Account, DateTimeOffset> { [slow] = Given.Now.AddSeconds(60) };

        var moments = Pacing.Plan([slow, fast, slow, fast], busy, Given.Now.AddSeconds(30));

        moments.Select(moment => (moment - Given.Now).TotalSeconds).ShouldBe([69.6, 30, 79.2, 30.025]);
    }

    [Fact]
    public void The_state_of_an_answer_is_that_of_its_part_furthest_behind()
    {
        var first = FollowDeliveries.Follow(Conversations.Answer.Requested, new ReplySent(Given.ReplyId, 0, 2, null, Given.Now));
        var delivered = FollowDeliveries.Follow(first, new ReplyDelivered(Given.ReplyId, 0, 2, Given.Now));
        var both = FollowDeliveries.Follow(delivered, new ReplySent(Given.ReplyId, 1, 2, null, Given.Now));

        new[] { first.State, delivered.State, both.State }.ShouldBe([DeliveryState.Requested, DeliveryState.Requested, DeliveryState.Sent]);
        FollowDeliveries.Follow(both, new ReplyFailed(Given.ReplyId, 1, 2, "", false, Given.Now)).State.ShouldBe(DeliveryState.Failed);
    }

    private static Approved Answer { get; } = new(Guid.CreateVersion7(), Say("Ja"), Renske, "GM0072", false);

    private static SendToOne.Outcome Send(
        Content content,
        Conversation? conversation = null,
        Approved? answer = null,
        EffectiveBlueprint? blueprint = null
    ) =>
        SendToOne.Decide(
            (answer ?? Answer) with
            {
                Content = content,
            },
            conversation ?? Given.Conversation(),
            new(Given.ReplyId, null, false),
            blueprint ?? Voice,
            Given.Now
        );

    private static Content Say(string text, string? informal = null) => new(text, informal, null, null, null, null, null, false);

    private static EffectiveBlueprint Blueprints(string salutation, string facts = "") =>
        RulesOfEngagement
            .Blueprint.Read([
                new LayerFiles(
                    "GM0088",
                    new Dictionary<string, string>
                    {
                        ["layer.yaml"] = $$"""
                        layer: { title: Eiland, kind: municipality }
                        voice:
                          name: Eiland
                          salutation: {{salutation}}
                          greeting: "Dag {naam},"
                          signature: "{medewerker}, gemeente {gemeente}"
                        {{facts}}
                        """,
                    }
                ),
            ])
            .For("GM0088");
}
