using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What is read of the list and of the open conversation, and what stands there while the service is away.</summary>
internal sealed partial class WorkView
{
    /// <summary>The screen shows that the service is away, and that it will be tried again: soon, then.</summary>
    internal bool Away => listAway || openAway;

    private async Task ReadOpen()
    {
        if (OpenId is not { } id)
        {
            return;
        }

        try
        {
            var detail = await desk.Conversation(id).Read();
            if (OpenId == id)
            {
                (Open, OpenProblem, openAway) = (detail, null, false);
            }
        }
        catch (ApiRefusal refusal)
        {
            // What is on the screen stays there while the service is away, or when this is about a conversation that was left.
            if (OpenId == id)
            {
                openAway = refusal.Away;
                (Open, OpenProblem) = (openAway && Open?.Row.Id == id ? Open : null, refusal.Detail);
            }
        }

        Tell();
    }

    // Beside it, and later: who opened the conversation goes on at once, with the focus where they are.
    private void ReadBesideOnce()
    {
        if (Settled && Open!.Row.Id is var id && besideOf != id)
        {
            besideOf = id;
            _ = ReadBeside(id);
        }
    }

    private async Task ReadBeside(Guid id)
    {
        var conversation = desk.Conversation(id);
        var (guidance, answers) = (conversation.Guidance(), conversation.Answers());
        await Beside(id, guidance, read => Guidance = read);
        await Beside(id, answers, read => Answers = read);
    }

    // What comes late for a conversation that was left is not shown beside the next one.
    private Task<bool> Beside<T>(Guid id, Task<T> reading, Action<T> show) =>
        Try(async () =>
        {
            var read = await reading;
            if (OpenId == id)
            {
                show(read);
                Tell();
            }
        });

    private Task<bool> ReadMe() => Try(async () => Me = await desk.Me());

    private async Task ReadList(bool fresh)
    {
        try
        {
            var counts = desk.Counts();
            var words = Words;
            var page = await Page(null);
            FoundFor = words.Length > 0 ? words : null;
            (Rows, NextPage) = (fresh ? page.Items : Rows.Calmly(page.Items), page.Next);
            Counts = await counts;
            await ReadHeld();
            (Ready, ListProblem, listAway) = (true, null, false);
        }
        catch (ApiRefusal refusal)
        {
            (ListProblem, listAway) = (refusal.Detail, refusal.Away);
        }

        Tell();
    }

    private Guid? besideOf;
    private bool listAway;
    private bool openAway;
}
