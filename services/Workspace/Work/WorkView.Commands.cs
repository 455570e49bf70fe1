using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What the colleague does. A stale view is read again and says what changed; text stays.</summary>
internal sealed partial class WorkView
{
    /// <summary>Why the last answer was not sent; shown above the text until the next attempt.</summary>
    internal ApiRefusal? ReplyRefusal { get; private set; }

    internal string Draft => OpenId is { } id ? drafts.Read(colleague.Id, id) : "";

    internal void KeepDraft(string text)
    {
        if (OpenId is { } id)
        {
            drafts.Keep(colleague.Id, id, text);
        }
    }

    internal bool IsMine => Open?.Row.ClaimedBy?.Id == colleague.Id;

    internal bool IsOthers => Open?.Row.ClaimedBy is { } by && by.Id != colleague.Id;

    internal bool WindowOpen => Open?.Row.WindowUntil is not { } until || until > Now;

    internal Task Claim() => Do((conversation, version) => conversation.Claim(version), Texts.Claimed);

    /// <summary>Typing takes a conversation that nobody has.</summary>
    internal async Task ClaimWhenFree()
    {
        if (Open?.Row is { ClaimedBy: null, Status: ConversationStatus.Waiting } && !claiming)
        {
            claiming = true;
            await Do((conversation, version) => conversation.Claim(version), null);
            claiming = false;
        }
    }

    internal Task Release() => Do((conversation, version) => conversation.Release(version), Texts.Released);

    internal Task Reopen() => Do((conversation, version) => conversation.Reopen(version), Texts.Reopened);

    internal Task<bool> Note(string text) => Do((conversation, _) => conversation.Note(new NewNote(text)), Texts.NoteKept);

    internal Task<bool> CorrectTopic(string topic) =>
        Do((conversation, version) => conversation.CorrectTopic(new CorrectTopic(version, topic)), Texts.TopicCorrected);

    internal Task<bool> HandOver(string? role, string? reason) =>
        Do((conversation, version) => conversation.HandOver(new HandOver(version, Open!.Row.WorkList, role, reason)), Texts.HandedOver);

    internal Task<bool> Snooze(DateTimeOffset until) =>
        Do((conversation, version) => conversation.Snooze(new Snooze(version, until)), Texts.Snoozed);

    internal Task<bool> Resolve(string how, string? reason) =>
        Do((conversation, version) => conversation.Resolve(new Resolve(version, how, reason)), Texts.Resolved);

    internal Task<bool> Settle(Guid reply, int part, bool again) =>
        Do(
            (conversation, version) => conversation.Settle(reply, new SettleReply(version, part, again)),
            again ? Texts.SendingAgain : Texts.LeftAsIs
        );

    internal async Task<bool> Erase(string reason)
    {
        ErasureReceipt? receipt = null;
        var done = Open is { } open && await Try(async () => receipt = await desk.Operations.Erase(open.ResidentId, reason));
        if (done)
        {
            Say(Texts.Erased);
            await ReadOpen();
        }

        return done;
    }

    /// <summary>Sends text or a template. False keeps the text; <see cref="ReplyRefusal"/> says why.</summary>
    internal async Task<bool> Reply(NewReply reply)
    {
        ReplyRefusal = null;
        try
        {
            await desk.Conversation(OpenId!.Value).Reply(reply with { ExpectedVersion = Open!.Row.Version });
        }
        catch (ApiRefusal refusal)
        {
            ReplyRefusal = refusal;
            await ReadOpen();
            return false;
        }

        KeepDraft("");
        await ReadOpen();
        Say(reply.ResolveAfter ? Texts.SentAndResolved : Texts.Sent);
        await ReadList(fresh: false);
        return true;
    }

    internal void ForgetRefusal() => ReplyRefusal = null;

    private async Task<bool> Do(Func<ConversationCommands, long, Task> command, string? done)
    {
        if (Open is not { } open)
        {
            return false;
        }

        var accepted = await Try(() => command(desk.Conversation(open.Row.Id), open.Row.Version));
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
