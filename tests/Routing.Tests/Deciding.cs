using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using static WebcareHub.Routing.Tests.Given;
using NewReply = WebcareHub.Contracts.Api.NewReply;

namespace WebcareHub.Routing.Tests;

public sealed class Deciding
{
    [Fact]
    public void Claiming_what_nobody_has_is_recorded() =>
        Claim.Decide(Jan, Conversation(), Now).Events.ShouldHaveSingleItem().ShouldBe(new Claimed(Jan, Now));

    [Fact]
    public void Claiming_twice_changes_nothing() => Claim.Decide(Jan, Conversation(new Claimed(Jan, Now)), Now).ShouldBe(Outcome.Nothing);

    [Fact]
    public void Claiming_what_a_colleague_has_is_refused_by_name() =>
        Claim.Decide(Jan, Conversation(new Claimed(Fatma, Now)), Now).Refusal!.Sentence.ShouldBe("Fatma is hier al mee bezig.");

    [Fact]
    public void A_resolved_conversation_cannot_be_claimed() => Claim.Decide(Jan, Conversation(Resolved()), Now).Refusal.ShouldNotBeNull();

    [Fact]
    public void Replying_claims_and_signs()
    {
        var events = Decide("Op het plein.").Events;
        events[0].ShouldBe(new Claimed(Jan, Now));
        ((ReplyRequested)events[1]).Text.ShouldBe("Op het plein.\n\nJan, gemeente Schiermonnikoog");
    }

    [Fact]
    public void A_signature_that_stands_there_already_is_not_repeated() =>
        Decide("Op het plein.\n\nJan, gemeente Schiermonnikoog")
            .Events.OfType<ReplyRequested>()
            .Single()
            .Text.ShouldBe("Op het plein.\n\nJan, gemeente Schiermonnikoog");

    [Fact]
    public void An_empty_answer_is_refused() => Decide("  ").Refusal!.Type.ShouldBe(Refusal.Invalid);

    [Fact]
    public void Free_text_outside_the_window_is_refused() => Decide("Hallo", Now.AddHours(24)).Refusal!.Type.ShouldBe(Refusal.WindowClosed);

    [Fact]
    public void A_template_goes_out_outside_the_window() =>
        Decide(null, Now.AddDays(2), "vervolg").Events.OfType<ReplyRequested>().Single().TemplateName.ShouldBe("vervolg");

    [Fact]
    public void A_template_with_an_empty_slot_is_refused() =>
        Decide(null, Now, "vervolg", parameters: []).Refusal!.Type.ShouldBe(Refusal.Invalid);

    [Fact]
    public void A_citizen_service_number_is_refused_unless_the_colleague_insists()
    {
        Decide("Uw BSN is 111222333").Refusal!.Type.ShouldBe(Refusal.PersonalData);
        Decide("Uw BSN is 111222333", insist: true).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_file_of_another_resident_is_refused_with_a_template_too()
    {
        Reply.Decide(Jan, false, Draft("Hallo") with { ForeignFile = true }, Conversation(), Now).Refusal!.Type.ShouldBe(Refusal.Invalid);
        Reply
            .Decide(Jan, false, Draft(null, "vervolg") with { ForeignFile = true }, Conversation(), Now)
            .Refusal!.Type.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public void What_needs_approval_is_answered_by_a_spokesperson_only()
    {
        var conversation = Conversation(new Queued("woordvoering", "woordvoerder", null, "never", true, [], [], Now));
        Reply.Decide(Jan, false, Draft("Hallo"), conversation, Now).Refusal.ShouldNotBeNull();
        Reply.Decide(Jan, true, Draft("Hallo"), conversation, Now).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Resolving_without_an_answer_needs_a_reason()
    {
        Resolve.Decide(Jan, "no-reply", " ", Conversation(), Now).Refusal!.Type.ShouldBe(Refusal.Invalid);
        Resolve.Decide(Jan, "no-reply", "reclame", Conversation(), Now).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Snoozing_into_the_past_is_refused() => Snooze.Decide(Jan, Now, Conversation(), Now).Refusal!.Type.ShouldBe(Refusal.Invalid);

    [Fact]
    public void An_unknown_topic_is_refused_and_the_same_topic_changes_nothing()
    {
        CorrectTopic.Decide(Jan, "x", false, Conversation(), Now).Refusal!.Type.ShouldBe(Refusal.Invalid);
        CorrectTopic.Decide(Jan, "parkeren", true, Conversation(), Now).ShouldBe(Outcome.Nothing);
    }

    [Fact]
    public void Reopening_gives_it_to_who_reopens() =>
        Reopen.Decide(Fatma, Conversation(Resolved()), Now).Events.ShouldBe([new Reopened(Fatma, Now), new Claimed(Fatma, Now)]);

    [Theory]
    [InlineData(DeliveryState.Sent, 0)]
    [InlineData(DeliveryState.Delivered, 0)]
    [InlineData(DeliveryState.Read, 1)]
    [InlineData(DeliveryState.Failed, 1)]
    public void An_outcome_never_lowers_how_far_an_answer_got(DeliveryState told, int events) =>
        RecordOutcome.Decide(Told(told), Conversation(Asked(), new ReplyDelivered(ReplyId, 0, 1, Now))).Events.Count.ShouldBe(events);

    [Fact]
    public void A_first_report_that_says_delivered_also_records_the_platforms_id() =>
        RecordOutcome
            .Decide(Told(DeliveryState.Delivered), Conversation(Asked()))
            .Events.Select(e => e.GetType())
            .ShouldBe([typeof(ReplySent), typeof(ReplyDelivered)]);

    [Fact]
    public void An_uncertain_part_is_settled_once()
    {
        var uncertain = Conversation(Asked(), new ReplyUncertain(ReplyId, 0, 1, "Verbinding verbroken", Now));
        SettleReply.Decide(Jan, false, ReplyId, 0, true, uncertain, Now).Events.ShouldHaveSingleItem();
        var settled = Conversations.Conversation.Evolve(uncertain, new ReplySettled(ReplyId, 0, true, Jan, Now));
        SettleReply.Decide(Jan, false, ReplyId, 0, true, settled, Now).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void Sending_again_is_for_who_may_answer()
    {
        var uncertain = new ReplyUncertain(ReplyId, 0, 1, "Verbinding verbroken", Now);
        var held = Conversation(new Claimed(Fatma, Now), Asked(), uncertain);
        SettleReply.Decide(Jan, false, ReplyId, 0, true, held, Now).Refusal!.Sentence.ShouldBe("Fatma is hier al mee bezig.");
        var sensitive = Conversation(new Queued("woordvoering", "woordvoerder", null, "never", true, [], [], Now), Asked(), uncertain);
        SettleReply.Decide(Jan, false, ReplyId, 0, true, sensitive, Now).Refusal.ShouldNotBeNull();
        SettleReply.Decide(Jan, true, ReplyId, 0, true, sensitive, Now).Refusal.ShouldBeNull();
        SettleReply.Decide(Jan, false, ReplyId, 0, false, sensitive, Now).Refusal.ShouldBeNull();
    }

    private static ReplyOutcome Told(DeliveryState state) => new("GM0088", Id, ReplyId, 0, 1, state, "wamid.out", null, false, Now);

    private static Outcome Decide(
        string? text,
        DateTimeOffset? now = null,
        string? template = null,
        bool insist = false,
        IReadOnlyList<string>? parameters = null
    ) => Reply.Decide(Jan, false, Draft(text, template, insist, parameters), Conversation(), now ?? Now);

    private static Reply.Draft Draft(
        string? text,
        string? template = null,
        bool insist = false,
        IReadOnlyList<string>? parameters = null
    ) =>
        new(
            ReplyId,
            new NewReply(
                4,
                text,
                TemplateName: template,
                TemplateParameters: parameters ?? (template is null ? null : ["maandag"]),
                SendDespitePersonalData: insist
            ),
            "Jan, gemeente Schiermonnikoog",
            null,
            template is null ? null : new(template, "nl", "Wij komen erop terug op maandag", 1)
        );
}
