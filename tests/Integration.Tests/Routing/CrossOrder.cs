using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class CrossOrder
{
    [Fact]
    public async Task An_edit_and_a_reaction_that_come_before_their_message_are_applied_when_it_comes()
    {
        await using var hub = await StartAsync();
        var person = Some.Person();
        await hub.SendAsync(Some.Item(new InboundEdit("wamid.a", person, "verbeterde tekst", DateTimeOffset.UtcNow)));
        await hub.SendAsync(Some.Item(new InboundReaction("wamid.a", person, "👍", DateTimeOffset.UtcNow)));
        await hub.WaitForAsync("routing.pending", 2);

        await hub.SendAsync(Some.Message(person, "eerste tekst", "wamid.a"));
        await hub.WaitForAsync("routing.conversations", 1);

        var item = await ItemAsync(hub);
        item.Text.ShouldBe("verbeterde tekst");
        item.Edited.ShouldBeTrue();
        item.Reactions.ShouldBe(["👍"]);
        (await hub.CountAsync("routing.pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_reaction_that_meets_the_news_that_its_answer_was_sent_is_not_left_waiting()
    {
        await using var hub = await StartAsync();
        var person = Some.Person();
        await hub.SendAsync(Some.Message(person, "Waar kan ik parkeren?"));
        await hub.WaitForAsync("routing.conversations", 1);
        var sent = await AnswerAsync(hub, "wamid.out");

        // Held at the moment it is put aside: it has looked for the answer already.
        await using var held = await hub.Database.HoldAsync("routing.pending in share mode");
        await hub.SendAsync(Some.Item(new InboundReaction("wamid.out", person, "👍", DateTimeOffset.UtcNow)));
        await hub.WaitForAsync("pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()", 1);
        await hub.Get<OutgoingBus>().PublishAsync(sent, default);
        // Through, or waiting for the reaction.
        await hub.WaitForAsync(
            """
            (select from events.mt_events where type = 'reply_sent'
             union all
             select from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory' and datname = current_database()) as came
            """,
            1
        );
        await held.DisposeAsync();

        await hub.WaitForAsync("events.mt_events where type = 'reaction_given'", 1);
        (await hub.CountAsync("routing.pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_was_taken_back_shows_no_text_in_either_order()
    {
        await using var hub = await StartAsync();
        var (early, late) = (Some.Person(), Some.Person());
        await hub.SendAsync(Some.Item(new InboundDeletion("wamid.a", early, DateTimeOffset.UtcNow)));
        await hub.WaitForAsync("routing.pending", 1);
        await hub.SendAsync(Some.Message(early, "geheim", "wamid.a"), Some.Message(late, "geheim", "wamid.b"));
        await hub.WaitForAsync("routing.conversations", 2);
        await hub.SendAsync(Some.Item(new InboundDeletion("wamid.b", late, DateTimeOffset.UtcNow)));
        await hub.WaitForAsync("events.mt_events where type = 'message_deleted'", 2);

        foreach (var row in (await GetAsync<ConversationPage>(hub.Client(), "/api/v1/conversations")).Items)
            (await GetAsync<ConversationDetail>(hub.Client(), $"/api/v1/conversations/{row.Id}"))
                .Thread.Single(item => item.Kind == ThreadItemKind.Message)
                .Text.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_release_decides_the_very_next_message()
    {
        await using var hub = await StartAsync(2);
        await hub.SendAsync(Some.Message(Some.Person(), "Waar kan ik parkeren?"));
        await hub.WaitForAsync("routing.conversations where priority = 2", 1);

        await hub.PublishAsync("nl", 2, TestBlueprint.National("urgent"));
        for (var message = 0; message < 20; message++)
            await hub.SendAsync(Some.Message(Some.Person(), "Waar kan ik parkeren?"));

        await hub.WaitForAsync("routing.conversations", 21);
        (await hub.CountAsync("routing.conversations where priority = 3")).ShouldBe(20);
    }

    [Fact]
    public async Task One_poisoned_message_among_a_hundred_is_dead_lettered_alone()
    {
        await using var hub = await StartAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(number =>
                    number == 50 ? hub.SendRawAsync("{ \"kapot\""u8.ToArray()) : hub.SendAsync(Some.Message(Some.Person(), "Hallo"))
                )
        );

        await hub.WaitForAsync("routing.conversations", 99);
        await hub.WaitForAsync("hub.dead_letters", 1);
        (await hub.CountAsync("hub.dead_letters")).ShouldBe(1);
    }

    [Fact]
    public async Task Posts_for_unknown_accounts_are_kept_and_shown()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(
            Some.Item(new InboundNothing(), null, delivery: new DeliveryRecord([new DeliveryItem("unknown-account", "messages", null)]))
        );
        await hub.WaitForAsync("routing.deliveries", 1);

        var page = await GetAsync<DeliveryPage>(hub.Client("bea", "GM0088", "admin"), "/api/v1/deliveries");
        page.Items.ShouldHaveSingleItem().Items.ShouldHaveSingleItem().Kind.ShouldBe("unknown-account");
    }

    /// <summary>A colleague answers who came first. Returns the news that it was sent.</summary>
    private static async Task<ReplyOutcome> AnswerAsync(RoutingHub hub, string id)
    {
        var jan = hub.Client();
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));
        var answer = new NewReply(taken.Version, "Op het plein.");
        var reply = await ReadAsync<ReplyAccepted>(await PostAsync(jan, $"/api/v1/conversations/{taken.Id}/replies", answer));
        return new("GM0088", taken.Id, reply.ReplyId, 0, 1, DeliveryState.Sent, id, null, false, DateTimeOffset.UtcNow);
    }

    private static async Task<ThreadItem> ItemAsync(RoutingHub hub)
    {
        var row = (await GetAsync<ConversationPage>(hub.Client(), "/api/v1/conversations")).Items.Single();
        var detail = await GetAsync<ConversationDetail>(hub.Client(), $"/api/v1/conversations/{row.Id}");
        return detail.Thread.Single(item => item.Kind == ThreadItemKind.Message);
    }
}
