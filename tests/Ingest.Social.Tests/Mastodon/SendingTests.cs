using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.PlatformSimulator.Mastodon;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

public sealed class SendingTests(TestHub hub) : IClassFixture<TestHub>
{
    [Theory]
    [InlineData("public", "public")]
    [InlineData("unlisted", "unlisted")]
    [InlineData("private", "direct")]
    [InlineData("direct", "direct")]
    public async Task An_answer_stands_once_under_the_question_and_no_wider(string asked, string answered)
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag", asked, Warning: "afval"));
        var reply = server.Reply(question, "Dinsdag, zegt @wethouder.");
        await hub.SendAsync(reply);
        var sent = await hub.HeardAsync(reply, DeliveryState.Sent);
        var answer = (await server.AnswersAsync()).ShouldHaveSingleItem();
        (answer.Id, answer.Visibility, answer.InReplyTo).ShouldBe((sent.PlatformId, answered, question.PlatformId));
        (answer.Warning, answer.Language).ShouldBe(("afval", "nl"));
        answer.Mentions.ShouldBe(["jan@elders.example"]);
        answer.Text.ShouldStartWith("@jan@elders.example Dinsdag");
    }

    [Fact]
    public async Task A_public_question_is_answered_in_private_when_a_colleague_says_so()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var reply = server.Reply(question, "Onder ons.") with { Visibility = Visibility.Private };
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await server.AnswersAsync()).ShouldHaveSingleItem().Visibility.ShouldBe("direct");
    }

    [Fact]
    public async Task A_long_answer_is_a_thread_that_the_server_takes()
    {
        using var server = await Server.StartAsync(hub, new(Characters: 300));
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var reply = server.Reply(
            question,
            string.Join(' ', Enumerable.Range(0, 120).Select(i => $"woord{i} https://www.utrecht.nl/{new string('x', 50)}"))
        );
        await hub.SendAsync(reply);
        await Eventually.Async(
            () => hub.Ear.Outcomes.Any(one => one.ReplyId == reply.ReplyId && one.State == DeliveryState.Sent && one.Part == one.Parts - 1),
            "the last part sent",
            60
        );
        var answers = await server.AnswersAsync();
        answers.Count.ShouldBeGreaterThan(3);
        answers.Select(answer => answer.InReplyTo).ShouldBe([question.PlatformId, .. answers.SkipLast(1).Select(answer => answer.Id)]);
    }

    [Theory]
    [InlineData(MastodonTrouble.TimeoutAfterAccept)]
    [InlineData(MastodonTrouble.TimeoutBeforeAccept)]
    [InlineData(MastodonTrouble.ServerError)]
    [InlineData(MastodonTrouble.RateLimited)]
    [InlineData(MastodonTrouble.Page)]
    public async Task An_answer_that_meets_trouble_stands_there_once_by_itself(MastodonTrouble trouble)
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        await server.Network.Fail(new(trouble, 1, "statuses", "POST", 100));
        var reply = server.Reply(question, "Eén keer.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await server.AnswersAsync()).ShouldHaveSingleItem().Key.ShouldNotBeNull();
        hub.Ear.Outcomes.ShouldNotContain(outcome => outcome.ReplyId == reply.ReplyId && outcome.State == DeliveryState.Uncertain);
    }

    [Fact]
    public async Task An_expired_token_is_told_and_the_answer_goes_after_repair()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        await server.Network.Fail(new(MastodonTrouble.TokenExpired, 1, "statuses", "POST"));
        var reply = server.Reply(question, "Later.");
        await hub.SendAsync(reply);
        var failed = await hub.HeardAsync(reply, DeliveryState.Failed);
        failed.Retryable.ShouldBeTrue();
        failed.Reason.ShouldBe("Mastodon weigert de toegang van deze gemeente. De beheerder moet een nieuwe toegangscode invullen.");
        await hub.SendAsync(
            Queues.RepliesFor(Channel.Mastodon),
            new UncertainSettled(TestHub.Municipality, reply.ConversationId, reply.ReplyId, 0, Channel.Mastodon, true)
        );
        await hub.HeardAsync(reply, DeliveryState.Sent);
        (await server.AnswersAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_to_what_is_gone_is_refused_in_words()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        await server.Network.Delete(question.PlatformId);
        var reply = server.Reply(question, "Te laat.");
        await hub.SendAsync(reply);
        (await hub.HeardAsync(reply, DeliveryState.Failed)).Reason.ShouldBe(
            "Het bericht van de inwoner is niet meer op Mastodon. Het antwoord is niet verstuurd."
        );
    }

    [Fact]
    public async Task Hiding_what_another_wrote_is_refused_in_words()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var hide = server.Reply(question, null) with { Act = ReplyAct.Hide };
        await hub.SendAsync(hide);
        (await hub.HeardAsync(hide, DeliveryState.Failed)).Reason!.ShouldStartWith(
            "Op Mastodon kan de gemeente een bericht van een ander niet verbergen."
        );
    }

    [Fact]
    public async Task Own_answers_do_not_come_back_as_questions_or_echoes()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var reply = server.Reply(question, "Antwoord.");
        await hub.SendAsync(reply);
        await hub.HeardAsync(reply, DeliveryState.Sent);
        await hub.HeardAsync(
            inbound => inbound.Account == server.Account && inbound.Delivery!.Items.Any(item => item.Detail == "eigen antwoord"),
            "the answer, seen on the stream"
        );
        hub.Ear.Inbound.ShouldNotContain(inbound => inbound.Account == server.Account && inbound.Content is InboundEcho);
    }

    [Fact]
    public async Task A_call_whose_process_died_is_made_again_and_stands_there_once()
    {
        using var server = await Server.StartAsync(hub);
        var question = await server.AskAsync(new("jan@elders.example", "@gemeente Vraag"));
        var reply = server.Reply(question, "Eén keer.");
        await hub.SendAsync(reply);
        var sent = await hub.HeardAsync(reply, DeliveryState.Sent);
        await DieAsync(reply);
        await SentAgainAsync(reply);
        (await server.AnswersAsync()).ShouldHaveSingleItem().Id.ShouldBe(sent.PlatformId);
    }

    // As if the process had died between the platform's yes and writing it down.
    private Task<object?> DieAsync(ReplyToSend reply) =>
        hub.Database.ScalarAsync<object>(
            """
            update channels.outbound set state = 1, told = 1, platform_id = null, platform_key = null, sent_at = null,
                due_at = now() - interval '1 second'
            where reply_id = $1
            """,
            reply.ReplyId
        );

    private Task<bool> SentAgainAsync(ReplyToSend reply) =>
        Eventually.Async(
            () =>
                hub.Database.ScalarAsync<bool>(
                    "select state = 3 and attempts = 2 and platform_id is not null from channels.outbound where reply_id = $1",
                    reply.ReplyId
                ),
            done => done,
            "the part sent once more",
            30
        );
}
