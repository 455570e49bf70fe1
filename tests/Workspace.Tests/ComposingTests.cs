using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class ComposingTests : IDisposable
{
    [Fact]
    public async Task The_key_quotes_the_last_message_of_the_resident()
    {
        await view.OpenConversation(Here);
        await Press("c");
        view.Quote!.Id.ShouldBe(SlowApi.Message.Id);
    }

    [Fact]
    public async Task In_a_resolved_conversation_nothing_is_quoted_by_button_or_key()
    {
        api.Status = ConversationStatus.Resolved;
        await view.OpenConversation(Here);

        view.MayQuote(SlowApi.Message).ShouldBeFalse();
        await Press("c");
        view.Quote.ShouldBeNull();
    }

    [Theory]
    [InlineData(DeliveryState.Sent, true)]
    [InlineData(DeliveryState.Read, true)]
    [InlineData(DeliveryState.Failed, false)]
    [InlineData(DeliveryState.Uncertain, false)]
    public async Task Of_our_answers_only_those_the_platform_took_are_quoted(DeliveryState state, bool may)
    {
        await view.OpenConversation(Here);
        view.MayQuote(SlowApi.Message with { Kind = ThreadItemKind.Reply, State = state }).ShouldBe(may);
    }

    [Fact]
    public async Task A_file_that_arrives_after_the_colleague_left_waits_in_the_conversation_it_was_chosen_in()
    {
        await view.OpenConversation(Here);
        api.Hold("files");
        using MemoryStream content = new([1, 2, 3]);
        var attaching = view.Attach(view.Open!, "kaart.png", "image/png", content);
        await view.OpenConversation(Next);
        api.Release();
        await attaching;

        view.Files.ShouldBeEmpty();
        view.Message.ShouldBe("kaart.png gaat mee met uw antwoord aan Anna a.");
        (await view.Reply(view.Open!, new NewReply(0, "Dag"))).ShouldBeTrue();
        api.Replies.ShouldHaveSingleItem().Reply.Files.ShouldBeNull();

        await view.OpenConversation(Here);
        view.Files.ShouldHaveSingleItem().Name.ShouldBe("kaart.png");
        (await view.Reply(view.Open!, new NewReply(0, "Zie de kaart"))).ShouldBeTrue();
        api.Replies[^1].Reply.Files.ShouldHaveSingleItem().Name.ShouldBe("kaart.png");
        view.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_on_in_private_is_chosen_for_one_answer_in_one_conversation()
    {
        await view.OpenConversation(Here);
        view.AnswerPrivately(true);
        await view.OpenConversation(Next);
        view.Privately.ShouldBeFalse();
        await view.OpenConversation(Here);
        (await view.Reply(view.Open!, new NewReply(0, "Wat is uw adres?"))).ShouldBeTrue();
        api.Replies[^1].Reply.Privately.ShouldBeTrue();
        view.Privately.ShouldBeFalse();
    }

    [Fact]
    public async Task That_a_resident_writes_is_shown_in_the_conversation_it_is_in()
    {
        await view.OpenConversation(Here);
        view.NoticeTyping(Next);
        view.ResidentTypes.ShouldBeFalse();
        view.NoticeTyping(Here);
        view.ResidentTypes.ShouldBeTrue();
        await view.OpenConversation(Next);
        view.ResidentTypes.ShouldBeFalse();
    }

    [Fact]
    public async Task A_quote_waits_in_its_conversation_until_the_colleague_is_back()
    {
        await view.OpenConversation(Here);
        view.QuoteItem(SlowApi.Message);
        await view.OpenConversation(Next);
        view.Quote.ShouldBeNull();
        await view.OpenConversation(Here);
        view.Quote.ShouldBe(SlowApi.Message);
    }

    public ComposingTests() => view = api.View();

    public void Dispose() => api.Dispose();

    private Task Press(string key) => new KeyTable(new WorkFloor(null!, null!, TimeProvider.System), view).Pressed(key);

    private static readonly Guid Here = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Next = new("00000000-0000-0000-0000-00000000000b");
    private readonly SlowApi api = new();
    private readonly WorkView view;
}
