using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;
using WebcareHub.Routing.Conversations;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Pools;

/// <summary>How a conversation is shared, for who looks at it.</summary>
internal static class SharingShown
{
    public static async Task<ConversationSharing> OfAsync(Reach reach, DeskView view, Rulebook rulebook, CancellationToken ct)
    {
        var (c, open) = (view.Conversation, view.Conversation.OpenTo);
        var why = view.Events.Select(e => e.Data).OfType<OverflowOpened>().LastOrDefault(e => open.Contains(e.Pool))?.Reason;
        var edition = await rulebook.AtAsync(reach.Session, ct);
        return new(
            [.. open.Select(pool => PoolNames.Of(pool, view.Blueprint))],
            why,
            c is { ClaimedPool: not null, ClaimedBy: { } helper } ? $"{helper.Name}, {Home(helper.Id, edition)}" : null,
            view.Helping,
            [.. (await MayShareAsync(reach, view, ct)).Select(pool => PoolNames.Of(pool, view.Blueprint))],
            !view.Helping && open.Count > 0
        );
    }

    /// <summary>As its own municipality calls the caller: a helper is known to the owner by another id.</summary>
    public static ConversationRow Row(Conversation c, DeskView view, string subject)
    {
        var row = WorkList.Rows.Of(c, view.Blueprint);
        return view.Helping && row.ClaimedBy?.Id == view.Caller.Id ? row with { ClaimedBy = row.ClaimedBy with { Id = subject } } : row;
    }

    private static async Task<IEnumerable<string>> MayShareAsync(Reach reach, DeskView view, CancellationToken ct)
    {
        var c = view.Conversation;
        if (view.Helping || c.Status == ConversationStatus.Resolved || !Sharing.MayLeave(c, view.Blueprint))
            return [];
        var joined = await Doors.JoinedAsync(reach.Session.Connection, reach.Owner, ct);
        return joined.Where(each => !c.OpenTo.Contains(each.Pool) && each.Shares(c.Topic, view.Blueprint)).Select(each => each.Pool);
    }

    private static string Home(string helper, Edition edition) => edition.For(helper.Split(':')[0]).Blueprint.Voice.Name;
}
