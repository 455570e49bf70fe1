using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>Ids and names of people. An id is digits, at most twenty of them, and larger than a double can hold.</summary>
internal static class People
{
    private const int LongestName = 100;
    private const int MostMentions = 50;

    /// <summary>Names by id, from a map or a list of users; each user may be wrapped in <c>data</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(params ReadOnlySpan<JsonElement?> lists)
    {
        var names = new Dictionary<string, string>();
        foreach (var list in lists)
        {
            foreach (var wrapped in Users(list))
            {
                var user = wrapped.Get("data") ?? wrapped;
                if (Id(user) is { } id && Name(user) is { } name)
                {
                    names.TryAdd(id, name);
                }
            }
        }

        return names;
    }

    /// <summary>The id as text, whichever way it is written; null when it is none.</summary>
    public static string? Id(JsonElement element, string name = "id") => Valid(element.Text($"{name}_str")) ?? Valid(element.Text(name));

    /// <summary>Null when it is no id.</summary>
    public static string? Valid(string? id) => id is { Length: > 0 and <= 20 } && id.All(char.IsAsciiDigit) ? id : null;

    /// <summary>Profile name, or the handle.</summary>
    public static string? Name(JsonElement? user)
    {
        var handle = user.Text("username") ?? user.Text("screen_name");
        var name = user.Text("name") ?? (handle is null ? null : $"@{handle}");
        return name is null ? null : TextSplitter.Bound(name, LongestName);
    }

    /// <summary>
    /// Whom a reply is for: who wrote what it answers, or, when that was the account itself, the first other one it names. X names everybody in a
    /// thread.
    /// </summary>
    public static string? Other(string account, string? answered, JsonElement? mentions) =>
        answered is not null && answered != account
            ? answered
            : mentions.Each().Take(MostMentions).Select(one => Id(one)).FirstOrDefault(id => id is not null && id != account);

    public static PlatformPerson Person(string id, string? name) => new([$"x:{id}"], name);

    private static IEnumerable<JsonElement> Users(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().Select(user => user.Value) : list.Each();
}
