using System.Collections.Concurrent;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Workspace.Live;

/// <summary>Tells open screens, per municipality, which conversations moved on.</summary>
internal sealed class ChangeFeed
{
    /// <summary>Calls <paramref name="changed"/> for every change of this municipality until disposed. Must not block.</summary>
    /// <param name="typing">Called with the conversation in which a resident is writing right now.</param>
    internal IDisposable Listen(string municipality, Action<IReadOnlyList<ConversationChange>> changed, Action<Guid>? typing = null)
    {
        var listener = new Listener(this, municipality, changed, typing);
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

    internal void Tell(ResidentTyping typing)
    {
        foreach (var listener in listeners.Where(pair => pair.Value == typing.Municipality).Select(pair => pair.Key))
        {
            listener.Typing?.Invoke(typing.ConversationId);
        }
    }

    private sealed record Listener(
        ChangeFeed Feed,
        string Municipality,
        Action<IReadOnlyList<ConversationChange>> Changed,
        Action<Guid>? Typing
    ) : IDisposable
    {
        public bool Equals(Listener? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public void Dispose() => Feed.listeners.TryRemove(this, out _);
    }

    private readonly ConcurrentDictionary<Listener, string> listeners = new();
}
