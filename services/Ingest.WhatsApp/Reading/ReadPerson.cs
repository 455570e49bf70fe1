using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>Who wrote: a number, a business-scoped user id, or both; whichever the platform gives.</summary>
internal static class ReadPerson
{
    /// <summary>Null when nothing in the post says who it was.</summary>
    public static PlatformPerson? From(JsonElement message, JsonElement value)
    {
        var ids = Ids(message.Text("from"), message.Text("from_user_id"), message.Text("from_parent_user_id"));
        return Complete(ids, value);
    }

    /// <summary>The other side of a message the municipality sent from its phone.</summary>
    public static PlatformPerson? To(JsonElement echo, JsonElement value) =>
        Complete(Ids(echo.Text("to"), echo.Text("to_user_id"), echo.Text("to_parent_user_id")), value);

    /// <summary>Null when none of them is there.</summary>
    public static PlatformPerson? Of(params string?[] ids) => Ids(ids) is { Count: > 0 } known ? new(known, null) : null;

    // A contact card is the same person when it shares an id. With one card and a nameless writer, it is that writer.
    private static PlatformPerson? Complete(List<string> ids, JsonElement value)
    {
        var cards = value.Get("contacts").Each().ToList();
        foreach (var card in cards)
        {
            var known = Ids(card.Text("wa_id"), card.Text("user_id"), card.Text("parent_user_id"));
            if (ids.Count == 0 && cards.Count == 1 || known.Exists(ids.Contains))
            {
                ids = [.. ids.Union(known).OrderBy(Rank)];
                return ids.Count == 0 ? null : new(ids, Name(card));
            }
        }

        return ids.Count == 0 ? null : new(ids, cards.Count == 1 ? Name(cards[0]) : null);
    }

    private static string? Name(JsonElement card) => card.Get("profile").Text("name") ?? card.Get("profile").Text("username");

    private static List<string> Ids(params string?[] ids) =>
        [.. ids.Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => Prefix(id!.Trim())).Distinct().OrderBy(Rank)];

    private static string Prefix(string id) => (IsUserId(id) ? "bsuid:" : "phone:") + (IsUserId(id) ? id : id.TrimStart('+'));

    // A user id starts with a country and a dot: NL.123, US.ENT.456. It also turns up in fields that used to hold a number.
    private static bool IsUserId(string id) =>
        id.Length > 3 && char.IsAsciiLetterUpper(id[0]) && char.IsAsciiLetterUpper(id[1]) && id[2] == '.';

    private static int Rank(string id) =>
        id.StartsWith("phone:", StringComparison.Ordinal) ? 0
        : id.Contains(".ENT.", StringComparison.Ordinal) ? 2
        : 1;
}
