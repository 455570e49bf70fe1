using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What the colleague does. A stale view is read again and says what changed; text stays.</summary>
internal sealed partial class WorkView
{
    /// <summary>Why the last answer was not sent; shown above the text until the next attempt.</summary>
    internal ApiRefusal? ReplyRefusal { get; private set; }

    internal string Draft => Open is { } open ? drafts.Read(colleague.Id, open.Row.Id) : "";

    internal void KeepDraft(Guid conversation, string text) => drafts.Keep(colleague.Id, conversation, text);

    internal bool IsMine => Open?.Row.ClaimedBy?.Id == colleague.Id;

    internal bool IsOthers => Open?.Row.ClaimedBy is { } by && by.Id != colleague.Id;

    internal bool WindowOpen => Open?.Row.WindowUntil is not { } until || until > Now;

    /// <summary>Takes the next conversation by priority and deadline; says so when nothing waits.</summary>
    internal async Task<Guid?> Next()
    {
        ConversationRow? row = null;
        await Try(async () => row = await desk.Next());
        if (row is null)
        {
            Say(Message ?? Texts.NothingWaits);
            return null;
        }

        await ReadList(fresh: false);
        return row.Id;
    }

    internal Task Claim() => Do(Open, (conversation, row) => conversation.Claim(row.Version), Texts.Claimed);

    /// <summary>Typing takes a conversation that nobody has.</summary>
    internal async Task ClaimWhenFree(ConversationDetail open)
    {
        if (open.Row is { ClaimedBy: null, Status: ConversationStatus.Waiting } && !claiming)
        {
            claiming = true;
            await Do(open, (conversation, row) => conversation.Claim(row.Version), null);
            claiming = false;
        }
    }

    internal Task Release() => Do(Open, (conversation, row) => conversation.Release(row.Version), Texts.Released);

    internal Task Reopen() => Do(Open, (conversation, row) => conversation.Reopen(row.Version), Texts.Reopened);

    internal Task<bool> Note(ConversationDetail open, string text) =>
        Do(open, (conversation, _) => conversation.Note(new NewNote(text)), Texts.NoteKept);

    internal Task<string?> CorrectTopic(string topic) =>
        Ask((conversation, row) => conversation.CorrectTopic(new CorrectTopic(row.Version, topic)), Texts.TopicCorrected);

    internal Task<string?> HandOver(string? role, string? reason) =>
        Ask((conversation, row) => conversation.HandOver(new HandOver(row.Version, row.WorkList, role, reason)), Texts.HandedOver);

    internal Task<string?> Snooze(DateTimeOffset until) =>
        Ask((conversation, row) => conversation.Snooze(new Snooze(row.Version, until)), Texts.Snoozed);

    internal Task<string?> Promise(string what, DateOnly day) =>
        Ask((conversation, row) => conversation.Promise(new NewPromise(row.Version, what, day)), Texts.PromiseMade);

    internal Task ClosePromise() => Do(Open, (conversation, row) => conversation.KeepPromise(row.Version), Texts.PromiseKeptDone);

    internal Task<string?> KeepPromise() => Ask((conversation, row) => conversation.KeepPromise(row.Version), Texts.PromiseKeptDone);

    internal Task<string?> Resolve(string how, string? reason) =>
        Ask((conversation, row) => conversation.Resolve(new Resolve(row.Version, how, reason)), Texts.Resolved);

    internal Task<bool> Settle(Guid reply, int part, bool again) =>
        Do(
            Open,
            (conversation, row) => conversation.Settle(reply, new SettleReply(row.Version, part, again)),
            again ? Texts.SendingAgain : Texts.LeftAsIs
        );

    /// <summary>Asks the platform to hide a message of the resident, or to show it again.</summary>
    internal Task<bool> Hide(ThreadItem item, bool hide) =>
        Do(Open, (conversation, _) => conversation.Hide(item.Id, hide), hide ? Texts.HidingAsked : Texts.UnhidingAsked);

    internal Task<string?> Erase(string reason, bool? linkedToo) =>
        Ask((_, _) => desk.Resident(Open!.ResidentId).Erase(reason, linkedToo), Texts.Erased);

    /// <summary>Sends text or a template in the conversation it was written in. False keeps the text; <see cref="ReplyRefusal"/> says why.</summary>
    internal async Task<bool> Reply(ConversationDetail open, NewReply reply)
    {
        ReplyRefusal = null;
        var wanted = WithQuoteAndFiles(open.Row.Id, reply);
        try
        {
            await desk.Conversation(open.Row.Id).Reply(wanted with { ExpectedVersion = open.Row.Version });
        }
        catch (ApiRefusal refusal)
        {
            Refused(open, refusal);
            await ReadOpen();
            return false;
        }

        KeepDraft(open.Row.Id, "");
        drafts.KeepPrivate(colleague.Id, open.Row.Id, false);
        enclosed.Remove(open.Row.Id);
        await ReadOpen();
        Say(reply.ResolveAfter ? Texts.SentAndResolved : Texts.Sent);
        await ReadList(fresh: false);
        return true;
    }

    internal void ForgetRefusal() => ReplyRefusal = null;

    private void Refused(ConversationDetail open, ApiRefusal refusal)
    {
        if (OpenId == open.Row.Id)
        {
            ReplyRefusal = refusal;
        }
        else
        {
            Say(refusal.Detail);
        }
    }

    // For a dialog: null when it is done, otherwise the sentence it shows itself.
    private async Task<string?> Ask(Func<ConversationCommands, ConversationRow, Task> command, string done)
    {
        string? problem = null;
        return await Do(Open, command, done, detail => problem = detail) ? null : problem ?? Texts.ErrorNotDone;
    }

    private async Task<bool> Do(
        ConversationDetail? open,
        Func<ConversationCommands, ConversationRow, Task> command,
        string? done,
        Action<string>? refused = null
    )
    {
        if (open is null)
        {
            return false;
        }

        var accepted = await Try(() => command(desk.Conversation(open.Row.Id), open.Row), refused);
        await ReadOpen();
        if (accepted && done is not null)
        {
            Say(done);
        }

        await ReadList(fresh: false);
        return accepted;
    }

    private bool claiming;
}
