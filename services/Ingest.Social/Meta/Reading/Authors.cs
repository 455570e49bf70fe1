using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Who wrote in public.</summary>
internal static class Authors
{
    private const int LongestName = 200;

    /// <summary>On a page: <c>from</c>, or the fields of older posts. The platform leaves the author out when the app may not know.</summary>
    /// <param name="about">The comment or post: the author nobody may know is known by what was written, and by that alone.</param>
    public static PlatformPerson OfPage(JsonElement value, string about) =>
        PageId(value) is { } id
            ? new([$"fb:{id}"], Name(value.Get("from").Text("name") ?? value.Text("sender_name")))
            : new([$"fb-comment:{about}"], Name(value.Get("from").Text("name") ?? value.Text("sender_name")));

    /// <summary>The id of whoever wrote on a page.</summary>
    public static string? PageId(JsonElement value) => value.Party("from") ?? value.Id("sender_id");

    /// <summary>On Instagram: the same id by which this person sends messages, and the name they go by.</summary>
    public static PlatformPerson OfInstagram(JsonElement value, string about)
    {
        var name = value.Get("from").Text("username") ?? value.Text("username");
        return value.Party("from") is { } id ? new([$"igsid:{id}"], Name(name)) : new([$"ig-comment:{about}"], Name(name));
    }

    public static string? Name(string? name) => name is null ? null : TextSplitter.Bound(name, LongestName);
}
