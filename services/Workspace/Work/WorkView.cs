using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Drafts;

namespace WebcareHub.Workspace.Work;

/// <summary>What one colleague has on the screen, and how it changes. No markup and no browser in here.</summary>
internal sealed partial class WorkView(DeskClient desk, Colleague colleague, DraftStore drafts, TimeProvider time)
{
    /// <summary>Something to show has changed.</summary>
    internal event Action? Changed;

    internal Colleague Colleague => colleague;

    internal bool Ready { get; private set; }

    internal Me? Me { get; private set; }

    internal WorkListCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    internal string View { get; private set; } = Views.Waiting;

    internal string Words { get; private set; } = "";

    /// <summary>The words that <see cref="Rows"/> were found by; null when they are a part of the work list.</summary>
    internal string? FoundFor { get; private set; }

    internal IReadOnlyList<ConversationRow> Rows { get; private set; } = [];

    internal string? NextPage { get; private set; }

    internal string? ListProblem { get; private set; }

    internal Guid? OpenId { get; private set; }

    internal ConversationDetail? Open { get; private set; }

    /// <summary>Whether the conversation asked for is the one on the screen; while it is read, the one before it still is.</summary>
    internal bool Settled => Open is { } open && open.Row.Id == OpenId;

    internal string? OpenProblem { get; private set; }

    internal Guidance? Guidance { get; private set; }

    internal IReadOnlyList<StandardAnswer> Answers { get; private set; } = [];

    internal ConversationTrace? Trace { get; private set; }

    internal IReadOnlyList<TopicOption> Topics { get; private set; } = [];

    /// <summary>One short sentence about what just happened, for the toast and for screen readers.</summary>
    internal string? Message { get; private set; }

    internal DateTimeOffset Now => time.GetUtcNow();

    internal async Task Start(Guid? id)
    {
        await Task.WhenAll(ReadMe(), ReadList(fresh: true), Come());
        if (id is not null)
        {
            await OpenConversation(id);
        }
    }

    internal async Task Show(string view)
    {
        View = view;
        Words = "";
        await ReadList(fresh: true);
    }

    internal async Task Search(string words)
    {
        Words = words.Trim();
        await ReadList(fresh: true);
    }

    internal async Task More()
    {
        if (NextPage is { } after && await Try(async () => More(await Page(after))))
        {
            Tell();
        }
    }

    internal async Task OpenConversation(Guid? id)
    {
        (OpenId, OpenProblem, ReplyRefusal, Mode, openAway) = (id, null, null, "reply", false);
        (Guidance, Answers, Trace, besideOf) = (null, [], null, null);
        if (id is null)
        {
            Open = null;
            Tell();
            return;
        }

        Tell();
        await ReadOpen();
        if (OpenId == id)
        {
            ReadBesideOnce();
        }
    }

    internal Task ReadTrace() =>
        Open?.Row.Id is { } id ? Beside(id, desk.Conversation(id).Trace(), trace => Trace = trace) : Task.CompletedTask;

    /// <summary>Null, or the sentence that says why they cannot be read.</summary>
    internal async Task<string?> ReadTopics()
    {
        string? problem = null;
        await Try(async () => Topics = Topics.Count > 0 ? Topics : await desk.Topics(), refused: detail => problem = detail);
        return problem;
    }

    /// <summary>The bus told that something moved on; read at the next <see cref="CatchUp"/>.</summary>
    internal void Notice(bool open)
    {
        listMoved = true;
        openMoved |= open;
    }

    internal async Task CatchUp(bool anyway)
    {
        if (Message is not null && Now - saidAt > MessageStays)
        {
            Say(null);
        }

        ShowTyping();
        if (listMoved || anyway)
        {
            listMoved = false;
            await Task.WhenAll(Me is null ? ReadMe() : Task.CompletedTask, ReadList(fresh: !Ready));
        }

        // Every reading of a conversation is logged: look again only when there is something new.
        if (openMoved || anyway && (openAway || AllRows.Any(row => row.Id == OpenId && row.Version != Open?.Row.Version)))
        {
            openMoved = false;
            await ReadOpen();
            ReadBesideOnce();
        }
    }

    internal void Say(string? message)
    {
        (Message, saidAt) = (message, Now);
        Tell();
    }

    private Task<ConversationPage> Page(string? after) =>
        Words.Length > 0 ? desk.Search(new ConversationSearch(Words, After: after)) : desk.Conversations(View, null, after);

    private void More(ConversationPage page) =>
        (Rows, NextPage) = ([.. Rows, .. page.Items.ExceptBy(Rows.Select(row => row.Id), row => row.Id)], page.Next);

    private async Task<bool> Try(Func<Task> read, Action<string>? refused = null)
    {
        try
        {
            await read();
            return true;
        }
        catch (ApiRefusal refusal)
        {
            (refused ?? Say)(refusal.Detail);
            return false;
        }
    }

    private void Tell() => Changed?.Invoke();

    private static readonly TimeSpan MessageStays = TimeSpan.FromSeconds(6);
    private DateTimeOffset saidAt;
    private bool listMoved;
    private bool openMoved;
}
