using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A few fields with values, as a dictionary that costs one small object: a subset of a shared list.</summary>
internal sealed class StepFields(KeyValuePair<string, string>[] pairs, uint subset) : IReadOnlyDictionary<string, string>
{
    public static readonly StepFields None = new([], 0);

    public StepFields(params KeyValuePair<string, string>[] pairs)
        : this(pairs, (1u << pairs.Length) - 1) { }

    public int Count => BitOperations.PopCount(subset);

    public IEnumerable<string> Keys => this.Select(pair => pair.Key);

    public IEnumerable<string> Values => this.Select(pair => pair.Value);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var pair in this)
        {
            if (pair.Key == key)
            {
                value = pair.Value;
                return true;
            }
        }
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if ((subset & (1u << i)) != 0)
            {
                yield return pairs[i];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
