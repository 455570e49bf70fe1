using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.EventStore;

/// <summary>The event types this process knows, by the alias they are stored under. Filled at start, read-only afterwards.</summary>
public sealed class EventRegistry
{
    private readonly Dictionary<Type, EventType> _byType = [];
    private readonly Dictionary<string, EventType> _byAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Upcaster> _upcasters = new(StringComparer.Ordinal);

    /// <summary>Knows every record of Contracts' conversation, pool, crisis and blueprint events.</summary>
    public EventRegistry()
    {
        AddNamespaceOf<Contracts.Conversations.ConversationOpened>();
        AddNamespaceOf<Contracts.Blueprint.ReleasePublished>();
        AddNamespaceOf<Contracts.Pools.OverflowOpened>();
        AddNamespaceOf<Contracts.Crises.CrisisDeclared>();
    }

    /// <summary>Registers a type; the alias is Marten's unless given: MessageReceived is <c>message_received</c>.</summary>
    /// <exception cref="InvalidOperationException">The alias belongs to another type.</exception>
    public EventRegistry Add<T>(string? alias = null) => Add(typeof(T), alias ?? EventAlias.Of(typeof(T)));

    /// <summary>Registers every record beside <typeparamref name="T"/>, in its namespace.</summary>
    public EventRegistry AddNamespaceOf<T>()
    {
        foreach (var type in typeof(T).Assembly.GetExportedTypes())
        {
            if (type is { IsClass: true, IsAbstract: false } && type.Namespace == typeof(T).Namespace)
            {
                Add(type, EventAlias.Of(type));
            }
        }
        return this;
    }

    /// <summary>Reads an alias of earlier days as <typeparamref name="T"/>; new events get the alias <typeparamref name="T"/> has.</summary>
    public EventRegistry Map<T>(string alias)
    {
        Claim(alias, Find(typeof(T)));
        return this;
    }

    /// <summary>
    /// Rewrites stored JSON of <paramref name="alias"/> to the form of <paramref name="to"/> when it is read. Chains from form to form; sealed
    /// text stays sealed. The alias itself needs no type any more.
    /// </summary>
    public EventRegistry Upcast(string alias, string to, Func<JsonObject, JsonObject> rewrite)
    {
        _upcasters.Add(alias, new Upcaster(to, rewrite));
        return this;
    }

    internal static EventRegistry From(IEnumerable<Action<EventRegistry>> registrations)
    {
        var registry = new EventRegistry();
        foreach (var register in registrations)
        {
            register(registry);
        }
        return registry;
    }

    internal EventType Find(Type type) =>
        _byType.GetValueOrDefault(type) ?? throw new InvalidOperationException($"{type.FullName} is not registered as an event.");

    /// <summary>The aliases that read as these types, those of earlier days included.</summary>
    internal string[] AliasesOf(IReadOnlyCollection<Type> types)
    {
        var aliases = _byAlias
            .Where(entry => types.Contains(entry.Value.Type))
            .Select(entry => entry.Key)
            .ToHashSet(StringComparer.Ordinal);
        while (_upcasters.Any(upcaster => aliases.Contains(upcaster.Value.To) && aliases.Add(upcaster.Key))) { }
        return [.. aliases];
    }

    internal object Read(string alias, ReadOnlyMemory<byte> json, ResidentKey? key, long sequence)
    {
        if (_upcasters.ContainsKey(alias))
        {
            (alias, json) = Rewrite(alias, json);
        }
        return _byAlias.TryGetValue(alias, out var type) ? type.Read(json.Span, key) : throw new UnknownEventException(alias, sequence);
    }

    private (string Alias, ReadOnlyMemory<byte> Json) Rewrite(string alias, ReadOnlyMemory<byte> json)
    {
        var document = JsonSerializer.Deserialize<JsonObject>(json.Span)!;
        while (_upcasters.TryGetValue(alias, out var upcaster))
        {
            document = upcaster.Rewrite(document);
            alias = upcaster.To;
        }
        return (alias, JsonSerializer.SerializeToUtf8Bytes(document));
    }

    private EventRegistry Add(Type type, string alias)
    {
        var registered = _byType.TryGetValue(type, out var known) ? known : new EventType(type, alias);
        _byType[type] = registered;
        Claim(alias, registered);
        return this;
    }

    private void Claim(string alias, EventType type)
    {
        if (!_byAlias.TryAdd(alias, type) && _byAlias[alias] != type)
        {
            throw new InvalidOperationException($"Alias {alias} belongs to {_byAlias[alias].Type.FullName} and {type.Type.FullName}.");
        }
    }

    private sealed record Upcaster(string To, Func<JsonObject, JsonObject> Rewrite);
}

/// <summary>An event under an alias this process does not know; never skipped.</summary>
public sealed class UnknownEventException(string alias, long sequence)
    : Exception($"Event {sequence} has type {alias}, which is not registered.")
{
    /// <summary>Its place in the log.</summary>
    public long Sequence => sequence;
}
