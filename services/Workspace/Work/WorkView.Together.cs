using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>Working for others: the colleague's presence, what they have of other municipalities, sharing and taking back.</summary>
internal sealed partial class WorkView
{
    /// <summary>Null while it is not known.</summary>
    internal Presence? Presence { get; private set; }

    /// <summary>What the colleague has of other municipalities, through a pool.</summary>
    internal IReadOnlyList<ConversationRow> Held { get; private set; } = [];

    /// <summary>The rows on the screen, in order.</summary>
    internal IReadOnlyList<ConversationRow> AllRows => [.. Rows, .. Held];

    /// <summary>The colleague helps another municipality with what is open.</summary>
    internal bool Helping => Open?.Sharing?.Helping == true;

    /// <summary>Who opens the work floor is at work, unless they are having a break.</summary>
    internal async Task Come()
    {
        await Quietly(async () => Presence = await desk.Pools.Presence());
        if (Presence is { State: PresenceState.Offline })
        {
            await Quietly(async () => Presence = await desk.Pools.SetPresence(new SetPresence(PresenceState.Online)));
        }

        await ReadHeld();
    }

    /// <summary>The sign of life of an open work floor.</summary>
    internal async Task StillThere()
    {
        if (Presence is { State: not PresenceState.Offline } known)
        {
            await Quietly(async () => Presence = await desk.Pools.SetPresence(new SetPresence(known.State)));
        }
    }

    internal async Task Be(PresenceState state)
    {
        if (await Try(async () => Presence = await desk.Pools.SetPresence(new SetPresence(state))))
        {
            Say(
                string.Format(
                    System.Globalization.CultureInfo.CurrentCulture,
                    TogetherTexts.PresenceSaid,
                    WebcareHub.Workspace.Words.SayTogether.State(state)
                )
            );
            await ReadList(fresh: false);
            await ReadOpen();
        }
    }

    internal Task<string?> Share(string? pool, string? reason) =>
        Ask((conversation, _) => conversation.Share(new ShareConversation(pool, reason)), TogetherTexts.DoneShared);

    internal Task TakeBack() => Do(Open, (conversation, _) => conversation.TakeBack(), TogetherTexts.DoneTakenBack);

    private async Task ReadHeld()
    {
        if (Presence is { Pools.Count: > 0 } || Held.Count > 0)
        {
            await Quietly(async () => Held = await desk.Pools.Held());
        }
    }

    // Not what the colleague asked for: when it fails, the rest of the screen goes on and it is tried again.
    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ApiRefusal)
        {
            // Known as it was.
        }
    }
}
