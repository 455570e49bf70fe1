using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using static WebcareHub.Routing.Tests.Given;

namespace WebcareHub.Routing.Tests;

public sealed class ConversationState
{
    [Fact]
    public void A_new_conversation_waits_and_its_window_is_open_for_a_day()
    {
        var conversation = Conversation();
        conversation.Status.ShouldBe(ConversationStatus.Waiting);
        conversation.WaitingSince.ShouldBe(Now);
        conversation.WindowUntil.ShouldBe(Now.AddHours(24));
        conversation.Preview.ShouldBe("Waar kan ik parkeren?");
        conversation.Unread.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_ends_the_waiting_and_the_deadline()
    {
        var conversation = Conversation(new Claimed(Jan, Now), Asked());
        conversation.Status.ShouldBe(ConversationStatus.Answered);
        conversation.DueAt.ShouldBeNull();
        conversation.WaitingSince.ShouldBeNull();
    }

    [Fact]
    public void An_automatic_acknowledgement_answers_nothing()
    {
        var conversation = Conversation(Asked(automatic: true));
        conversation.Status.ShouldBe(ConversationStatus.Waiting);
        conversation.Acknowledged.ShouldBeTrue();
        conversation.DueAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_new_message_brings_an_answered_conversation_back_to_the_colleague_who_has_it() =>
        Conversation(new Claimed(Jan, Now), Asked(), Message("En op zondag?", Now.AddHours(1))).Status.ShouldBe(ConversationStatus.Claimed);

    [Fact]
    public void A_new_message_ends_a_snooze()
    {
        var conversation = Conversation(new Snoozed(Jan, Now.AddDays(2), Now), Message("Hallo?", Now.AddHours(1)));
        conversation.Status.ShouldBe(ConversationStatus.Waiting);
        conversation.SnoozedUntil.ShouldBeNull();
    }

    [Fact]
    public void A_message_that_comes_late_does_not_close_the_window() =>
        Conversation(Message("oud", Now.AddHours(-30))).WindowUntil.ShouldBe(Now.AddHours(24));

    [Fact]
    public void A_second_message_never_lowers_the_priority_of_its_question() =>
        Conversation(Recognised("parkeren", "urgent"), Recognised("parkeren", "low")).Priority.ShouldBe(Priority.Urgent);

    [Fact]
    public void A_failed_part_asks_for_attention_until_a_colleague_decides()
    {
        var failed = Conversation(Asked(), new ReplyFailed(ReplyId, 0, 2, "Nummer bestaat niet", false, Now));
        failed.NeedsAttention.ShouldBeTrue();
        Conversations.Conversation.Evolve(failed, new ReplySettled(ReplyId, 0, false, Jan, Now)).NeedsAttention.ShouldBeFalse();
    }

    [Fact]
    public void Sending_a_failed_part_again_also_renews_the_parts_that_failed_after_it()
    {
        var failed = Conversation(
            Asked(),
            new ReplySent(ReplyId, 0, 4, "x", Now),
            new ReplyFailed(ReplyId, 1, 4, "Geweigerd", true, Now),
            new ReplyFailed(ReplyId, 2, 4, "Een eerder deel is niet verstuurd", true, Now),
            new ReplyFailed(ReplyId, 3, 4, "Een eerder deel is niet verstuurd", true, Now),
            new ReplySettled(ReplyId, 3, false, Jan, Now)
        );
        var answer = Conversations.Conversation.Evolve(failed, new ReplySettled(ReplyId, 1, true, Jan, Now)).Replies[ReplyId];
        answer
            .Parts.Values.Select(part => part.State)
            .ShouldBe([DeliveryState.Sent, DeliveryState.Requested, DeliveryState.Requested, DeliveryState.Failed]);
    }

    [Fact]
    public void A_message_that_was_taken_back_is_no_longer_shown_in_the_work_list()
    {
        Conversation(new MessageDeleted(MessageId, Now, Now), new MessageEdited(MessageId, "Toch", Now, Now))
            .Preview.ShouldBe("Bericht verwijderd");
        Conversation(new MessageDeleted(Guid.NewGuid(), Now, Now)).Preview.ShouldBe("Waar kan ik parkeren?");
    }

    [Fact]
    public void A_message_that_changed_is_shown_as_it_now_reads()
    {
        Conversation(new MessageEdited(MessageId, "En op zondag?", Now, Now)).Preview.ShouldBe("En op zondag?");
        Conversation(new MessageEdited(Guid.NewGuid(), "Ouder bericht", Now, Now)).Preview.ShouldBe("Waar kan ik parkeren?");
    }

    [Fact]
    public void An_answer_is_as_far_as_its_slowest_part() =>
        Conversation(Asked(), new ReplyRead(ReplyId, 0, 2, Now), new ReplySent(ReplyId, 1, 2, "x", Now))
            .Replies[ReplyId]
            .State.ShouldBe(DeliveryState.Sent);

    [Fact]
    public void Erased_data_is_in_no_field_of_the_work_list()
    {
        var conversation = Conversation(new PersonalDataErased(Jan, "verzoek", Now));
        conversation.ResidentName.ShouldBeNull();
        conversation.Preview.ShouldBeNull();
    }
}
