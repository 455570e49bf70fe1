using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>Lives the day through Routing's own handlers, by a clock that moves ten minutes at a time.</summary>
internal sealed class DayRun(RoutingHub hub, SteppedClock clock, World world)
{
    /// <summary>Midnight in Amsterdam, on a Monday.</summary>
    public static readonly DateTimeOffset Midnight = new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Opens = TimeSpan.FromHours(8);
    private static readonly TimeSpan Closes = TimeSpan.FromHours(20);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Caller, ConversationRow> _held = [];
    private readonly HashSet<Caller> _online = [];
    private int _asked;

    /// <summary>Questions that went to somebody while somebody had them.</summary>
    public int Doubles { get; private set; }

    /// <summary>How often a colleague got nothing while something waited that was open to them.</summary>
    public int Starved { get; private set; }

    /// <summary>Municipality of each question, in the order the pool of the south took them.</summary>
    public List<string> ServedInTheSouth { get; } = [];

    public async Task LiveAsync()
    {
        for (var time = Opens; time <= Closes; time += Step)
        {
            clock.MoveTo(Midnight + time);
            await FinishAsync(time);
            await AttendAsync(time);
            await AskAsync(time);
            while (await Overflow.DoAsync(clock.GetUtcNow(), default) > 0) { }
            await TakeAsync();
        }
    }

    private Overflow Overflow => hub.Get<IEnumerable<WebcareHub.Routing.Timers.ITimedWork>>().OfType<Overflow>().Single();

    /// <summary>Who took something a step ago has answered it by now, unless they go home with it.</summary>
    private async Task FinishAsync(TimeSpan time)
    {
        foreach (var colleague in world.Colleagues.Where(one => _held.ContainsKey(one.Caller)))
        {
            if (colleague.LeavesUnfinished && time >= colleague.Until)
                continue;
            var row = _held[colleague.Caller];
            _held.Remove(colleague.Caller);
            var answered = await Reply.Post(
                row.Id,
                new NewReply(row.Version, "Wij helpen u.", ResolveAfter: true),
                colleague.Caller,
                hub.Get<Desk>(),
                hub.Get<FileIds>(),
                clock,
                default
            );
            answered.Result.ShouldBeOfType<Accepted<ReplyAccepted>>();
        }
    }

    private async Task AttendAsync(TimeSpan time)
    {
        foreach (var colleague in world.Colleagues)
        {
            var (caller, works) = (colleague.Caller, colleague.IsAtWork(time));
            if (works == _online.Contains(caller))
                continue;
            var state =
                works ? PresenceState.Online
                : time >= colleague.Until ? PresenceState.Offline
                : PresenceState.Away;
            var present = await SetPresent.Put(
                new SetPresence(state, Pools: works ? [colleague.Region] : null),
                caller,
                hub.Get<Desk>(),
                hub.Get<EventStore.EventStore>(),
                hub.Get<Rulebook>(),
                clock,
                default
            );
            present.Result.ShouldBeOfType<Ok<Presence>>();
            if (works)
                _online.Add(caller);
            else
                _online.Remove(caller);
            if (state == PresenceState.Offline)
                _held.Remove(caller);
        }
    }

    private async Task AskAsync(TimeSpan time)
    {
        var now = world.Asked.Skip(_asked).TakeWhile(asked => asked.At <= time).ToArray();
        if (now.Length == 0)
            return;
        await hub.SendAsync([
            .. now.Select(asked => Some.Message(Some.Person(), asked.Text, at: clock.GetUtcNow(), municipality: asked.Town)),
        ]);
        _asked += now.Length;
        await hub.WaitForAsync("routing.conversations", _asked);
    }

    /// <summary>
    /// All who are free ask for the next at the same moment; those of the south one after the other. Who ask together may be given questions of one
    /// municipality, and its share is made up for afterwards: a small day is too short to measure shares across that.
    /// </summary>
    private async Task TakeAsync()
    {
        var free = world.Colleagues.Where(one => _online.Contains(one.Caller) && !_held.ContainsKey(one.Caller)).ToArray();
        if (free.Length == 0 || await hub.CountAsync("routing.conversations where status = 0") == 0)
            return;
        var southern = free.Where(one => one.Region == World.South).ToArray();
        var taken = (await Task.WhenAll(free.Except(southern).Select(TakenByAsync))).ToList();
        foreach (var colleague in southern)
            taken.Add(await TakenByAsync(colleague));
        foreach (var (colleague, row) in taken.Where(each => each.Row is not null))
        {
            Doubles += _held.Values.Any(held => held.Id == row!.Id) ? 1 : 0;
            _held[colleague.Caller] = row!;
            if (colleague.Region == World.South)
                ServedInTheSouth.Add(row!.Municipality!);
        }
        foreach (var region in taken.Where(each => each.Row is null).Select(each => each.Colleague.Region).Distinct())
            Starved += await hub.CountAsync($"routing.conversations where status = 0 and '{region}' = any (open_to)") > 0 ? 1 : 0;
    }

    private async Task<(Colleague Colleague, ConversationRow? Row)> TakenByAsync(Colleague colleague) =>
        (colleague, await NextAsync(colleague.Caller));

    private async Task<ConversationRow?> NextAsync(Caller caller) =>
        (await Next.Post(caller, hub.Get<EventStore.EventStore>(), hub.Get<Rulebook>(), clock, default)).Result is Ok<ConversationRow> taken
            ? taken.Value
            : null;
}
