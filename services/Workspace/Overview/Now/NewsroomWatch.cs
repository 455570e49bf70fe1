using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Overview.Now;

/// <summary>
/// Looks at the newsroom on behalf of everybody who has it open: one look per place and turn, however many watch. Each of them has read the place
/// with their own rights before, and looks in turn.
/// </summary>
internal sealed class NewsroomWatch(TimeProvider time)
{
    /// <summary>What can be watched together: it reads alike for all who may read it.</summary>
    internal sealed record Place(string Scope, bool Exercise);

    /// <summary>One open screen.</summary>
    /// <param name="Read">Looks with the rights of who watches.</param>
    /// <param name="Show">Gets what was seen, or why nothing was. Must not block.</param>
    internal sealed record Watcher(Func<Task<Newsroom>> Read, Action<Newsroom?, string?> Show);

    /// <summary>Shows this place from now on until disposed.</summary>
    internal IDisposable Join(Place place, TimeSpan pace, Watcher watcher)
    {
        lock (rooms)
        {
            if (!rooms.TryGetValue(place, out var room))
            {
                rooms[place] = room = [];
                _ = Keep(place, room, pace);
            }

            room.Add(watcher);
            return new Seat(() => Leave(room, watcher));
        }
    }

    /// <summary>One turn: somebody looks, all see it.</summary>
    internal static async Task Turn(IReadOnlyList<Watcher> watching, int turn)
    {
        var (seen, problem) = await Look(watching[turn % watching.Count]);
        foreach (var watcher in watching)
        {
            watcher.Show(seen, problem);
        }
    }

    private async Task Keep(Place place, List<Watcher> room, TimeSpan pace)
    {
        using var timer = new PeriodicTimer(pace, time);
        for (var turn = 0; await timer.WaitForNextTickAsync(); turn++)
        {
            if (Watching(place, room) is not [_, ..] watching)
            {
                return;
            }

            await Turn(watching, turn);
        }
    }

    private Watcher[] Watching(Place place, List<Watcher> room)
    {
        lock (rooms)
        {
            if (room.Count == 0)
            {
                rooms.Remove(place);
            }

            return [.. room];
        }
    }

    private void Leave(List<Watcher> room, Watcher watcher)
    {
        lock (rooms)
        {
            room.Remove(watcher);
        }
    }

    private static async Task<(Newsroom? Seen, string? Problem)> Look(Watcher watcher)
    {
        try
        {
            return (await watcher.Read(), null);
        }
        catch (ApiRefusal refusal)
        {
            return (null, refusal.Detail);
        }
    }

    private sealed class Seat(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }

    private readonly Dictionary<Place, List<Watcher>> rooms = [];
}
