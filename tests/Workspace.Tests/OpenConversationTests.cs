using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Work;

namespace WebcareHub.Workspace.Tests;

public sealed class OpenConversationTests : IDisposable
{
    [Fact]
    public async Task An_answer_goes_to_the_conversation_on_the_screen_while_the_next_is_read()
    {
        await view.OpenConversation(Here);
        api.Hold($"conversations/{Next}");
        var opening = view.OpenConversation(Next);

        view.Settled.ShouldBeFalse("nothing can be written while the next conversation is read");
        var answering = view.Reply(view.Open!, new NewReply(0, "Dag Anna"));
        api.Release();
        await opening;

        (await answering).ShouldBeTrue();
        var (path, sent) = api.Replies.ShouldHaveSingleItem();
        (path, sent.Text, sent.ExpectedVersion).ShouldBe(($"/api/v1/conversations/{Here}/replies", "Dag Anna", 3L));
        (view.Open!.Row.Id, view.Settled).ShouldBe((Next, true));
    }

    [Fact]
    public async Task Text_stays_with_the_conversation_it_was_typed_in()
    {
        await view.OpenConversation(Here);
        var shown = view.Open!;
        api.Hold($"conversations/{Next}");
        var opening = view.OpenConversation(Next);

        view.KeepDraft(shown.Row.Id, "Dag Anna");
        view.Draft.ShouldBe("Dag Anna");

        api.Release();
        await opening;
        view.Draft.ShouldBe("");
    }

    [Fact]
    public async Task An_answer_sent_from_a_conversation_that_was_left_goes_where_it_was_written()
    {
        await view.OpenConversation(Here);
        var written = view.Open!;
        await view.OpenConversation(Next);

        await view.Reply(written, new NewReply(0, "Dag Anna"));

        api.Replies.ShouldHaveSingleItem().Path.ShouldBe($"/api/v1/conversations/{Here}/replies");
        view.Open!.Row.Id.ShouldBe(Next);
    }

    [Fact]
    public async Task What_is_refused_late_leaves_the_next_conversation_on_the_screen()
    {
        await view.OpenConversation(Here);
        api.Hold($"conversations/{Here}");
        api.Refuse($"conversations/{Here}", HttpStatusCode.NotFound);
        view.Notice(open: true);
        var late = view.CatchUp(anyway: false);
        await view.OpenConversation(Next);

        api.Release();
        await late;

        (view.Open?.Row.Id, view.OpenProblem).ShouldBe((Next, null));
    }

    [Fact]
    public async Task A_dialog_gets_its_refusal_itself_and_not_the_screen_behind_it()
    {
        await view.OpenConversation(Here);
        api.Refuse($"conversations/{Here}/hand-over", HttpStatusCode.Conflict);

        (await view.HandOver("woordvoerder", null)).ShouldBe(Texts.ErrorStale);
        view.Message.ShouldNotBe(Texts.ErrorStale);

        await view.OpenConversation(null);
        (await view.Erase("request", null)).ShouldBe(Texts.ErrorNotDone);
    }

    public OpenConversationTests() => view = api.View();

    public void Dispose() => api.Dispose();

    private static readonly Guid Here = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Next = new("00000000-0000-0000-0000-00000000000b");
    private readonly SlowApi api = new();
    private readonly WorkView view;
}
