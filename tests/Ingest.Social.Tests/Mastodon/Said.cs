using System.Text.Json.Nodes;

namespace WebcareHub.Ingest.Social.Tests.Mastodon;

/// <summary>What stands in a post of <c>piet@c.nl</c>, who is account 7, that names account <paramref name="Names"/>.</summary>
internal sealed record Said(
    string Author = "7",
    string Width = "public",
    string? InReplyTo = null,
    string? App = null,
    bool Edited = false,
    string Names = "8"
)
{
    public static JsonObject Post(Said? said = null) => (said ?? new()).Write();

    private JsonObject Write() =>
        new()
        {
            ["id"] = "10",
            ["created_at"] = "2026-11-22T11:00:00.000Z",
            ["edited_at"] = Edited ? "2026-11-22T11:30:00.000Z" : null,
            ["visibility"] = Width,
            ["in_reply_to_id"] = InReplyTo,
            ["content"] = "<p>Dag gemeente</p>",
            ["application"] = App is null ? null : new JsonObject { ["name"] = App },
            ["account"] = new JsonObject
            {
                ["id"] = Author,
                ["acct"] = "piet@c.nl",
                ["url"] = "https://c.nl/@piet",
            },
            ["mentions"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = Names,
                    ["acct"] = "jan@b.nl",
                    ["url"] = "https://b.nl/@jan",
                }
            ),
        };
}
