using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>What is said under a post: one conversation per post and author.</summary>
public sealed class InPublic(PublicHub shared) : IClassFixture<PublicHub>
{
    private readonly RoutingHub _hub = shared.Hub;

    [Fact]
    public async Task Each_author_under_each_post_has_a_conversation_of_their_own()
    {
        var (noor, kees) = (Author(), Author());
        var (first, second) = (Post(), Post());
        await SendAsync(Comment(noor, first), Comment(kees, first), Comment(noor, first), Comment(noor, second), Message(noor));

        var ofNoor = await OfAsync(noor);
        ofNoor.Count.ShouldBe(3);
        ofNoor.Count(row => row.Visibility == Visibility.Public).ShouldBe(2);
        ofNoor.Single(row => row.Channel == Channel.Messenger).Visibility.ShouldBe(Visibility.Private);
        (await OfAsync(kees)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_comes_later_under_a_post_goes_on_there_and_a_private_message_does_not()
    {
        var (noor, post) = (Author(), Post());
        await SendAsync(Comment(noor, post));
        await SendAsync(Message(noor));
        await SendAsync(Comment(noor, post), Comment(noor, post));

        var rows = await OfAsync(noor);
        rows.Count.ShouldBe(2);
        var detail = await OpenAsync(rows.Single(row => row.Visibility == Visibility.Public));
        detail.Thread.Count(item => item.Kind == ThreadItemKind.Message).ShouldBe(3);
    }

    [Fact]
    public async Task What_the_municipality_writes_under_a_post_elsewhere_stands_with_the_one_who_asked_there()
    {
        var (noor, kees, post, busy) = (Author(), Author(), Post(), Post());
        await SendAsync(Comment(noor, post), Comment(noor, busy), Comment(kees, busy));

        await SendAsync(Own(post, "Morgen weer"), Own(busy, "Aan wie?"), Own(Post(), "Nieuwe post"));

        var rows = await OfAsync(noor);
        (await OpenAsync(rows.Single(row => row.Status == ConversationStatus.Answered))).Thread.ShouldContain(item =>
            item.Kind == ThreadItemKind.Reply && item.Text == "Morgen weer"
        );
        rows.Count(row => row.Status == ConversationStatus.Waiting).ShouldBe(1);
        (await OfAsync(kees)).ShouldHaveSingleItem().Status.ShouldBe(ConversationStatus.Waiting);
    }

    [Fact]
    public async Task Whom_the_municipality_wrote_to_first_goes_on_in_that_conversation_also_in_one_batch()
    {
        var noor = Author();
        var told = DateTimeOffset.UtcNow.AddMinutes(-5);
        var echo = new InboundEcho($"m{Guid.NewGuid():N}", noor, MessageKind.Text, "Wij bellen u morgen", told);
        await SendAsync(Message(noor) with { Content = echo, EventKey = $"{Guid.NewGuid():N}" }, Message(noor));

        (await OpenAsync((await OfAsync(noor)).ShouldHaveSingleItem()))
            .Thread.Count(item => item.Kind is ThreadItemKind.Message or ThreadItemKind.Reply)
            .ShouldBe(2);
    }

    [Fact]
    public async Task A_comment_is_hidden_and_taken_back_by_its_id_alone()
    {
        var (noor, post, id) = (Author(), Post(), $"c{Guid.NewGuid():N}");
        await SendAsync(Comment(noor, post, id));
        var row = (await OfAsync(noor)).Single();
        await SendAsync(Item(new InboundHiding(id, null, true, DateTimeOffset.UtcNow)));
        (await OpenAsync(row)).Thread.Single(item => item.Kind == ThreadItemKind.Message).Hidden.ShouldBeTrue();
        await SendAsync(Item(new InboundDeletion(id, null, DateTimeOffset.UtcNow)));
        (await OpenAsync(row)).Thread.Single(item => item.Kind == ThreadItemKind.Message).Gone.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_about_nothing_that_is_here_and_by_nobody_stands_with_its_post()
    {
        var gone = Item(new InboundDeletion("nowhere", null, DateTimeOffset.UtcNow)) with
        {
            Delivery = new DeliveryRecord([new DeliveryItem("deletion", "remove", "GM0088")]),
        };
        await SendAsync(gone);

        var page = await GetAsync<DeliveryPage>(_hub.Client("bea", "GM0088", "admin"), "/api/v1/deliveries");
        page.Items.Single(delivery => delivery.Id == gone.DeliveryId).Items.Select(item => item.Kind).ShouldBe(["deletion", "ignored"]);
    }

    [Fact]
    public async Task A_rating_stands_in_the_conversation_it_is_about()
    {
        var noor = Author();
        await SendAsync(Message(noor));
        await SendAsync(Item(new InboundRating("r1", noor, 8, "Snel geholpen", DateTimeOffset.UtcNow), Channel.Messenger));

        (await OpenAsync((await OfAsync(noor)).Single())).Thread.ShouldContain(item =>
            item.Kind == ThreadItemKind.System && item.Text == "De inwoner gaf een 8: Snel geholpen"
        );
    }

    internal static PlatformPerson Author() => new([$"fb:{Guid.NewGuid():N}"], $"Noor {Guid.NewGuid():N}");

    internal static string Post() => $"p{Guid.NewGuid():N}";

    internal static Inbound Comment(PlatformPerson author, string post, string? id = null, string text = "Waarom is de brug dicht?") =>
        Item(
            new InboundMessage(
                id ?? $"c{Guid.NewGuid():N}",
                author,
                Visibility.Public,
                MessageKind.Text,
                text,
                DateTimeOffset.UtcNow,
                ThreadId: post,
                ReplyTo: $"at {post}"
            )
        );

    internal static Inbound Message(PlatformPerson author, string text = "Mijn paspoort is weg") =>
        Item(
            new InboundMessage($"m{Guid.NewGuid():N}", author, Visibility.Private, MessageKind.Text, text, DateTimeOffset.UtcNow),
            Channel.Messenger
        );

    private static Inbound Own(string post, string text) =>
        Item(
            new InboundEcho(
                $"c{Guid.NewGuid():N}",
                new([$"fb:page-{post}"], null),
                MessageKind.Text,
                text,
                DateTimeOffset.UtcNow,
                Visibility: Visibility.Public,
                ThreadId: post
            )
        );

    internal static Inbound Item(InboundContent content, string channel = Channel.Facebook) =>
        Some.Item(content) with
        {
            Channel = channel,
            Account = "200000088",
        };

    private async Task SendAsync(params Inbound[] items)
    {
        await _hub.SendAsync(items);
        var keys = string.Join(',', items.Select(item => $"'{item.EventKey}'"));
        await _hub.WaitForAsync($"routing.received where event_key in ({keys})", items.Length);
    }

    private async Task<IReadOnlyList<ConversationRow>> OfAsync(PlatformPerson person) =>
        [
            .. (await GetAsync<ConversationPage>(_hub.Client(), "/api/v1/conversations?limit=100")).Items.Where(row =>
                row.ResidentName == person.Name
            ),
        ];

    private Task<ConversationDetail> OpenAsync(ConversationRow row) =>
        GetAsync<ConversationDetail>(_hub.Client(), $"/api/v1/conversations/{row.Id}");
}
