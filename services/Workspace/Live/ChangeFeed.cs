using System.Collections.Concurrent;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Workspace.Live;

/// <summary>Tells open screens, per municipality, which conversations moved on.</summary>
internal sealed class ChangeFeed
{
    /// <summary>Calls <paramref name="changed"/> for every change of this municipality until disposed. Must not block.</summary>
    internal IDisposable Listen(string municipality, Action<IReadOnlyList<ConversationChange>> changed)
    {
        var listener = new Listener(this, municipality, changed);
        listeners[listener] = municipality;
        return listener;
    }

    internal void Tell(IReadOnlyList<ConversationChange> changes)
    {
        foreach (var group in changes.GroupBy(change => change.Municipality))
        {
            foreach (var listener in listeners.Where(pair => pair.Value == group.Key).Select(pair => pair.Key))
            {
                listener.Changed([.. group]);
            }
        }
    }

    private sealed record Listener(ChangeFeed Feed, string Municipality, Action<IReadOnlyList<ConversationChange>> Changed) : IDisposable
    {
        public bool Equals(Listener? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public void Dispose() => Feed.listeners.TryRemove(this, out _);
    }

    private readonly ConcurrentDictionary<Listener, string> listeners = new();
}
