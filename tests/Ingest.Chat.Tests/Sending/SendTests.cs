using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Chat.Tests.Sending;

/// <summary>Answers reach the visitor once, and the colleague sees how far they got.</summary>
public sealed class SendTests(TestHub hub)
{
    [Fact]
    public async Task An_answer_is_there_once_and_becomes_delivered_and_read()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Wanneer is de milieustraat open?");
        var reply = visitor.Reply("Op zaterdag van 9 tot 12 uur.", Guid.CreateVersion7());
        await hub.SendAsync(Queues.RepliesFor(Channel.Chat), reply);
        await hub.SendAsync(Queues.RepliesFor(Channel.Chat), reply);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Sent);

        var answer = (await visitor.FollowAsync(1, after: 1)).Single();
        (answer.GetProperty("mine").GetBoolean(), answer.GetProperty("text").GetString()).ShouldBe(
            (false, "Op zaterdag van 9 tot 12 uur.")
        );
        await ReceiveAsync(visitor, 2, 0);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Delivered);
        await ReceiveAsync(visitor, 2, 2);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Read);
        (await hub.CountAsync($"select count(*) from chat.items where reply_id = '{reply.ReplyId}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_part_that_is_sent_again_under_a_new_name_does_not_stand_there_twice()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        var reply = visitor.Reply("Goedemorgen.", Guid.CreateVersion7());
        await hub.SendAsync(Queues.RepliesFor(Channel.Chat), reply);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Sent);
        // As if the process had died between storing the part and writing down that it was sent, and a colleague sends it once more.
        await Testing.Sql.ScalarAsync<object>(
            hub.Database.ConnectionString,
            $"update channels.outbound set state = 2, told = 2, platform_key = null, platform_id = null where reply_id = '{reply.ReplyId}'"
        );
        hub.Ear.Outcomes.Clear();
        await hub.SendAsync(
            Queues.RepliesFor(Channel.Chat),
            new UncertainSettled(reply.Municipality, reply.ConversationId, reply.ReplyId, 0, Channel.Chat, true, Guid.NewGuid())
        );

        await hub.HeardAsync(reply.ReplyId, DeliveryState.Sent);
        (await hub.CountAsync($"select count(*) from chat.items where reply_id = '{reply.ReplyId}'")).ShouldBe(1);
        await ReceiveAsync(visitor, 2, 2);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Read);
    }

    [Fact]
    public async Task A_part_whose_process_died_goes_again_by_itself_and_stands_there_once()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        var reply = visitor.Reply("Goedemorgen.", Guid.CreateVersion7());
        await hub.SendAsync(Queues.RepliesFor(Channel.Chat), reply);
        await hub.HeardAsync(reply.ReplyId, DeliveryState.Sent);
        hub.Ear.Outcomes.Clear();
        await Testing.Sql.ScalarAsync<object>(
            hub.Database.ConnectionString,
            $"update channels.outbound set state = 1, told = 0, platform_key = null, platform_id = null, due_at = now() where reply_id = '{reply.ReplyId}'"
        );

        await hub.HeardAsync(reply.ReplyId, DeliveryState.Sent);
        hub.Ear.Outcomes.ShouldNotContain(outcome => outcome.ReplyId == reply.ReplyId && outcome.State == DeliveryState.Uncertain);
        (await hub.CountAsync($"select count(*) from chat.items where reply_id = '{reply.ReplyId}'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_colleague_hears_that_the_conversation_is_not_there_any_more()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        await Testing.Sql.ScalarAsync<object>(
            hub.Database.ConnectionString,
            $"delete from chat.visits where visit_id = '{visitor.PersonId["chat:".Length..]}'"
        );
        var reply = visitor.Reply("Goedemorgen.", Guid.CreateVersion7());
        await hub.SendAsync(Queues.RepliesFor(Channel.Chat), reply);

        var failed = await hub.HeardAsync(reply.ReplyId, DeliveryState.Failed);
        failed.Reason.ShouldBe("Dit chatgesprek bestaat niet meer. De bezoeker kan uw antwoord niet zien.");
        failed.Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Both_sides_see_that_the_other_is_writing()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        var conversation = Guid.CreateVersion7();
        await visitor.KnownAsync(Guid.CreateVersion7(), conversation);

        using var typed = await visitor.SendAsync(HttpMethod.Post, "/typing");
        typed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Testing.Eventually.Async(
            () => hub.Ear.Typing.Any(typing => typing.ConversationId == conversation),
            "a word of the visitor's typing"
        );

        var follows = visitor.FollowAsync(1, after: 1, kind: "typing");
        await Testing.Eventually.Async(
            async () =>
            {
                (await TypeAsync(conversation, TestHub.Municipality)).ShouldBe(HttpStatusCode.NoContent);
                return follows.IsCompleted;
            },
            done => done,
            "the visitor sees typing"
        );
        (await follows).Count.ShouldBe(1);
        (await TypeAsync(conversation, TestHub.OtherMunicipality)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_visitor_sees_that_a_colleague_is_done_and_that_it_goes_on_again_whatever_comes_last()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        var (conversation, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await RestAsync(visitor, conversation, true, now.AddSeconds(-1));
        (await visitor.FollowAsync(1, kind: "rested"))[0].GetBoolean().ShouldBeTrue("it may come before anybody knows whose it is");
        await visitor.KnownAsync(Guid.CreateVersion7(), conversation);
        await RestAsync(visitor, conversation, false, now);
        await WaitAsync(conversation, 0);
        var open = new TaskCompletionSource();
        var follows = visitor.FollowAsync(2, kind: "rested", open: open);
        await open.Task;

        await RestAsync(visitor, conversation, true, now.AddSeconds(1));
        (await visitor.FollowAsync(1, kind: "rested"))[0].GetBoolean().ShouldBeTrue("who comes back is told too");
        await RestAsync(visitor, conversation, false, now.AddSeconds(3));
        (await follows).Select(told => told.GetBoolean()).ShouldBe([true, false]);

        await RestAsync(visitor, conversation, true, now.AddSeconds(2));
        await RestAsync(visitor, Guid.CreateVersion7(), true, now.AddSeconds(4));
        await RestAsync(visitor, conversation, true, now.AddSeconds(5));
        await WaitAsync(conversation, 1);
    }

    [Fact]
    public async Task The_visitor_is_asked_how_it_was_until_they_have_said_so()
    {
        var (visitor, conversation) = await AskedAsync();

        using var rated = await visitor.SendAsync(HttpMethod.Post, "/ratings", JsonContent.Create(new { id = Guid.NewGuid(), score = 8 }));

        rated.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StillAskedAsync(conversation)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_goes_on_writing_is_not_asked_any_more_how_it_was()
    {
        var (visitor, conversation) = await AskedAsync();

        await visitor.SaidAsync("8");

        (await StillAskedAsync(conversation)).ShouldBe(0);
    }

    private async Task<(Visitor Visitor, Guid Conversation)> AskedAsync()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync("Hallo");
        var (conversation, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await visitor.KnownAsync(Guid.CreateVersion7(), conversation);
        await RestAsync(visitor, conversation, true, now);
        await RestAsync(visitor, conversation, true, now.AddMinutes(1), ask: true);
        (await visitor.FollowAsync(1, kind: "asked"))[0].GetBoolean().ShouldBeTrue();
        return (visitor, conversation);
    }

    private Task<long> StillAskedAsync(Guid conversation) =>
        hub.CountAsync($"select count(*) from chat.visits where conversation_id = '{conversation}' and rested and asked");

    private Task<long> WaitAsync(Guid conversation, int rested) =>
        Testing.Eventually.Async(
            () => hub.CountAsync($"select count(*) from chat.visits where conversation_id = '{conversation}' and rested"),
            count => count == rested,
            $"{rested} that rest"
        );

    private Task RestAsync(Visitor visitor, Guid conversation, bool done, DateTimeOffset at, bool ask = false) =>
        hub.SendAsync(
            Queues.RepliesFor(Channel.Chat),
            new ConversationRested(TestHub.Municipality, conversation, Channel.Chat, [visitor.PersonId], done, at, ask)
        );

    private async Task<HttpStatusCode> TypeAsync(Guid conversation, string municipality)
    {
        using var request = hub.Request(HttpMethod.Post, "/api/v1/chat/typing", municipality, "webcare");
        request.Content = JsonContent.Create(new { conversationId = conversation });
        using var answer = await hub.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task ReceiveAsync(Visitor visitor, long delivered, long seen)
    {
        using var answer = await visitor.SendAsync(HttpMethod.Post, "/receipts", JsonContent.Create(new { delivered, seen }));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
