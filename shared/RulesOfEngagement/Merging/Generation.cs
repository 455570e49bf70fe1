using System.Collections.Concurrent;

namespace WebcareHub.RulesOfEngagement;

/// <summary>
/// Things made once. A next generation takes over what it asks for; what nobody asked for in a whole generation is forgotten. A generation that
/// was asked for nothing does not count.
/// </summary>
internal sealed class Generation<T>(Generation<T>? before = null)
{
    private readonly ConcurrentDictionary<string, Lazy<T>> _made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<T>>? _before = before is { _made.IsEmpty: true } ? before._before : before?._made;

    public T Once(string key, Func<T> make) =>
        _made
            .GetOrAdd(
                key,
                static (key, from) => from._before?.TryGetValue(key, out var made) == true ? made : new Lazy<T>(from.make),
                (_before, make)
            )
            .Value;
}
