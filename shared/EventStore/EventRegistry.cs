using System.Text.Json.Nodes;

namespace WebcareHub.EventStore;

/// <summary>The event types this process knows, by the alias they are stored under.</summary>
public sealed class EventRegistry
{
    internal static EventRegistry From(IEnumerable<Action<EventRegistry>> registrations)
    {
        var registry = new EventRegistry();
        foreach (var register in registrations)
        {
            register(registry);
        }
        return registry;
    }

    /// <summary>Registers a type; the alias is Marten's unless given: MessageReceived is <c>message_received</c>.</summary>
    public EventRegistry Add<T>(string? alias = null) => throw new NotImplementedException();

    /// <summary>Reads an alias of earlier days as <typeparamref name="T"/>.</summary>
    public EventRegistry Map<T>(string alias) => throw new NotImplementedException();

    /// <summary>Rewrites stored JSON of <paramref name="alias"/> to that of <paramref name="to"/>. Chains; sealed text stays sealed.</summary>
    public EventRegistry Upcast(string alias, string to, Func<JsonObject, JsonObject> upcast) => throw new NotImplementedException();
}
