using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.InPublic;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>From a comment everybody reads to a message only the resident reads, and hiding what should not stand there.</summary>
public sealed class MovingToPrivate(PublicHub shared) : IClassFixture<PublicHub>
{
    private readonly RoutingHub _hub = shared.Hub;

    [Fact]
    public async Task A_public_question_goes_on_in_private_and_both_show_each_other()
    {
        var (noor, post) = (Author(), Post());
        var open = await SaidAsync(Comment(noor, post), noor.Name!, Visibility.Public);
        open.Means!.MovesToPrivate.ShouldBeTrue();

        var sent = await AnswerAsync(open, privately: true);
        (sent.Visibility, sent.ReplyTo, sent.Act).ShouldBe((Visibility.Private, $"at {post}", ReplyAct.Answer));

        // The platform tells by which other id it knows her; she goes on in private.
        var psid = $"psid:{Guid.NewGuid():N}";
        await SendAsync(
            Item(new InboundIdentityChange(new([.. noor.Ids, psid], null), new([.. noor.Ids, psid], null), DateTimeOffset.UtcNow))
        );
        var aside = await SaidAsync(Message(new([psid], noor.Name)), noor.Name!, Visibility.Private);

        aside.Related!.ShouldHaveSingleItem().Words.ShouldBe("Begonnen in het openbaar op Facebook");
        aside.Thread.ShouldContain(item => item.Text == "Vervolg van een openbaar gesprek op Facebook.");
        var publicly = await OpenAsync(open.Row.Id);
        publicly.Related!.ShouldHaveSingleItem().Words.ShouldBe("Privé vervolgd via Messenger");
        publicly.Thread.ShouldContain(item => item.Text == "Jan de Vries gaat privé verder met de inwoner.");
        publicly.Thread.Single(item => item.Kind == ThreadItemKind.Reply).Visibility.ShouldBe(Visibility.Private);
    }

    [Fact]
    public async Task An_answer_in_public_goes_under_the_message_it_answers()
    {
        var (noor, post) = (Author(), Post());
        var open = await SaidAsync(Comment(noor, post), noor.Name!, Visibility.Public);
        var sent = await AnswerAsync(open, privately: false);
        (sent.Visibility, sent.ReplyTo).ShouldBe((Visibility.Public, $"at {post}"));
    }

    [Fact]
    public async Task A_comment_is_hidden_and_what_came_of_it_is_shown()
    {
        var (noor, id) = (Author(), $"c{Guid.NewGuid():N}");
        var open = await SaidAsync(Comment(noor, Post(), id), noor.Name!, Visibility.Public);
        var message = open.Thread.Single(item => item.Kind == ThreadItemKind.Message).Id;

        await ReadAsync<ConversationVersion>(
            await PostAsync(_hub.Client(), $"/api/v1/conversations/{open.Row.Id}/messages/{message}/hide")
        );
        var act = await TakenAsync(sent => sent.QuotedId == id);
        (act.Act, act.Text, act.Visibility).ShouldBe((ReplyAct.Hide, null, Visibility.Public));

        await TellAsync(act, DeliveryState.Failed, "Facebook is niet bereikbaar.");
        var failed = await Eventually.Async(() => OpenAsync(open.Row.Id), found => found.Row.NeedsAttention, "needs attention");
        failed.Thread.Single(item => item.Id == act.ReplyId).UncertainParts.ShouldBe([0]);
        await ReadAsync<ConversationVersion>(
            await PostAsync(
                _hub.Client(),
                $"/api/v1/conversations/{open.Row.Id}/replies/{act.ReplyId}/settlement",
                new SettleReply(failed.Row.Version, 0, true)
            )
        );
        await TellAsync(act, DeliveryState.Sent, null);
        await Eventually.Async(
            () => OpenAsync(open.Row.Id),
            found => found.Thread.Single(item => item.Id == message).Hidden && !found.Row.NeedsAttention,
            "hidden"
        );
    }

    [Fact]
    public async Task Our_own_answer_that_the_platform_tells_of_first_stands_in_the_thread_once()
    {
        var (noor, post, id) = (Author(), Post(), $"c{Guid.NewGuid():N}");
        var open = await SaidAsync(Comment(noor, post), noor.Name!, Visibility.Public);
        var sent = await AnswerAsync(open, privately: false);
        await SendAsync(
            Item(
                new InboundEcho(id, noor, MessageKind.Text, sent.Text, DateTimeOffset.UtcNow, Visibility: Visibility.Public, ThreadId: post)
            )
        );
        await TellAsync(sent, DeliveryState.Sent, null, id);

        var shown = await Eventually.Async(
            () => OpenAsync(open.Row.Id),
            found => found.Thread.Any(item => item is { Kind: ThreadItemKind.Reply, By: "Jan de Vries", State: DeliveryState.Sent }),
            "sent"
        );
        shown.Thread.Count(item => item.Kind == ThreadItemKind.Reply).ShouldBe(1);
    }

    [Fact]
    public async Task What_answers_our_answer_goes_on_in_its_conversation_where_the_platform_tells_no_thread()
    {
        var (noor, kees, ours) = (Author(), Author(), $"c{Guid.NewGuid():N}");
        var open = await SaidAsync(Comment(noor, Post()), noor.Name!, Visibility.Public);
        await TellAsync(await AnswerAsync(open, privately: false), DeliveryState.Sent, null, ours);
        await Eventually.Async(
            () => OpenAsync(open.Row.Id),
            found => found.Thread.Any(item => item.State == DeliveryState.Sent),
            "the answer is known by its id"
        );

        await SendAsync(Under(noor, ours, "En morgen?"));
        await SendAsync(Under(noor, Post(), "Iets anders"));
        var another = await SaidAsync(Under(kees, ours, "Dat vraag ik ook"), kees.Name!, Visibility.Public);

        (await OpenAsync(open.Row.Id))
            .Thread.Where(item => item.Kind == ThreadItemKind.Message)
            .Select(item => item.Text)
            .ShouldBe(["Waarom is de brug dicht?", "En morgen?"]);
        another.Thread.Count(item => item.Kind == ThreadItemKind.Message).ShouldBe(1);
        var threads = $"(select distinct thread from routing.conversations where id in ('{another.Row.Id}', '{open.Row.Id}')) as threads";
        (await _hub.CountAsync(threads)).ShouldBe(1);
    }

    private static Inbound Under(PlatformPerson author, string answered, string text) =>
        Item(
            new InboundMessage(
                $"c{Guid.NewGuid():N}",
                author,
                Visibility.Public,
                MessageKind.Text,
                text,
                DateTimeOffset.UtcNow,
                QuotedId: answered,
                ThreadId: answered
            )
        );

    private async Task<ConversationDetail> SaidAsync(Inbound inbound, string name, Visibility visibility)
    {
        await SendAsync(inbound);
        var rows = await GetAsync<ConversationPage>(_hub.Client(), "/api/v1/conversations?limit=100");
        return await OpenAsync(rows.Items.Single(row => row.ResidentName == name && row.Visibility == visibility).Id);
    }

    private async Task<ReplyToSend> AnswerAsync(ConversationDetail open, bool privately)
    {
        var reply = await ReadAsync<ReplyAccepted>(
            await PostAsync(
                _hub.Client(),
                $"/api/v1/conversations/{open.Row.Id}/replies",
                new NewReply(open.Row.Version, "Kunt u ons uw adres sturen?", Privately: privately)
            )
        );
        return await TakenAsync(sent => sent.ReplyId == reply.ReplyId);
    }

    private async Task<ReplyToSend> TakenAsync(Func<ReplyToSend, bool> wanted) =>
        (
            await Eventually.Async(
                () => Task.FromResult(_hub.Channel.Received.OfType<ReplyToSend>().FirstOrDefault(wanted)),
                sent => sent is not null,
                "what was sent to the channel"
            )
        )!;

    private Task TellAsync(ReplyToSend sent, DeliveryState state, string? reason, string? platformId = null) =>
        _hub.Get<OutgoingBus>()
            .PublishAsync(
                new ReplyOutcome("GM0088", sent.ConversationId, sent.ReplyId, 0, 1, state, platformId, reason, true, DateTimeOffset.UtcNow),
                default
            );

    private async Task SendAsync(Inbound item)
    {
        await _hub.SendAsync(item);
        await _hub.WaitForAsync($"routing.received where event_key = '{item.EventKey}'", 1);
    }

    private Task<ConversationDetail> OpenAsync(Guid id) => GetAsync<ConversationDetail>(_hub.Client(), $"/api/v1/conversations/{id}");
}
