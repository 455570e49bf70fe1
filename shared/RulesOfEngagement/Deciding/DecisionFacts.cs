using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>What a decision read, besides the text; written out only when someone looks.</summary>
internal sealed class DecisionFacts(MessageFacts message, bool open, string? holiday, int detected, bool threat)
    : IReadOnlyDictionary<string, string>
{
    public int Count => All().Count();

    public IEnumerable<string> Keys => All().Select(fact => fact.Key);

    public IEnumerable<string> Values => All().Select(fact => fact.Value);

    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = All().FirstOrDefault(fact => fact.Key == key).Value;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => All().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<KeyValuePair<string, string>> All()
    {
        yield return new("channel", message.Channel);
        yield return new("visibility", message.Visibility);
        yield return new("kind", message.Kind);
        yield return new("author", message.Author);
        yield return new("hours", open ? "open" : "closed");
        yield return new("firstContact", message.FirstContact ? "true" : "false");
        yield return new("attachments", message.Attachments.ToString(CultureInfo.InvariantCulture));
        yield return new("acknowledged", message.Acknowledged ? "true" : "false");
        yield return new("windowOpen", message.WindowOpen ? "true" : "false");
        foreach (var (key, value) in Rare())
        {
            if (value is { Length: > 0 })
            {
                yield return new(key, value);
            }
        }
    }

    private (string Key, string? Value)[] Rare() =>
        [
            ("language", message.Language),
            ("topic", message.Topic),
            ("holiday", holiday),
            ("detects", Detected()),
            ("scenario", message.Scenario),
            ("followers", message.Followers > 0 ? message.Followers.ToString(CultureInfo.InvariantCulture) : null),
            ("campaign", message.Campaign),
        ];

    private string Detected() =>
        Acts.Joined(RuleLanguage.Detectable.Where((kind, bit) => kind == "threat" ? threat : (detected & (1 << bit)) != 0));
}
