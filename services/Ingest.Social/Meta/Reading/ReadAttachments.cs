using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Meta.Files;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Files, stories, shared posts, stickers and places that come with a message. Files are fetched at once: their addresses end.</summary>
internal sealed class ReadAttachments
{
    private const int Most = 20;
    private const int LongestAddress = 4_000;
    private static readonly string[] Thumbs = ["369239263222822", "369239343222814", "369239383222810"];

    private readonly List<InboundAttachment> files = [];
    private readonly List<string> lines = [];
    private readonly string seed;
    private int unknown;

    private ReadAttachments(string seed) => this.seed = seed;

    public IReadOnlyList<InboundAttachment> Files => files;

    /// <summary>What a colleague reads, one line each.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The platform's name of the first one.</summary>
    public string? Name { get; private set; }

    /// <summary>How many became a file or a line.</summary>
    public int Known => files.Count + lines.Count;

    public static ReadAttachments From(JsonElement message, string seed)
    {
        var read = new ReadAttachments(seed);
        read.Story(message.Get("reply_to").Get("story"));
        var all = message.Get("attachments").Each().ToList();
        foreach (var attachment in all.Take(Most))
        {
            read.Add(attachment);
        }

        var unseen = Math.Max(0, all.Count - Most) + read.unknown;
        if (unseen > 0 && read.Known > 0)
        {
            read.lines.Add($"En {unseen} {(unseen == 1 ? "bijlage" : "bijlagen")} die hier niet te zien {(unseen == 1 ? "is" : "zijn")}.");
        }

        return read;
    }

    private void Add(JsonElement attachment)
    {
        var type = Words.Name(attachment.Text("type"));
        Name ??= type;
        var payload = attachment.Get("payload");
        var address = payload.Text("url") ?? attachment.Text("url");
        if (Thumbs.Contains(payload.Text("sticker_id")))
        {
            lines.Add("👍");
        }
        else if (type is "share" or "post" or "ig_post" or "reel" or "ig_reel" or "ig_story" or "fallback" or "template")
        {
            Shared(type, attachment.Text("title") ?? payload.Text("title"), address);
        }
        else
        {
            Plain(type, attachment, address);
        }
    }

    private void Plain(string type, JsonElement attachment, string? address)
    {
        switch (type)
        {
            case "image" or "video" or "audio" or "file" or "sticker" or "animated_image":
                File(type, address, "Een bestand dat niet is meegestuurd.");
                break;
            case "story_mention":
                File(type, address, "");
                lines.Add("Noemt uw gemeente in een story.");
                break;
            case "location":
                Place(attachment.Get("payload").Get("coordinates"), attachment.Text("title"));
                break;
            case "like_heart":
                lines.Add("❤️");
                break;
            default:
                unknown++;
                break;
        }
    }

    private void Story(JsonElement? story)
    {
        if (story is null)
        {
            return;
        }

        Name = "story";
        lines.Add("Antwoord op een story van uw gemeente.");
        File("story", story.Text("url"), "");
    }

    private void Shared(string type, string? title, string? address)
    {
        var what = type is "reel" or "ig_reel" ? "Gedeelde reel" : "Gedeeld";
        if (address is not null && type != "fallback" && PlatformHosts.IsOurs(address))
        {
            File(type, address, "");
            lines.Add(title is null ? $"{what}." : $"{what}: {TextSplitter.Bound(title, 500)}");
        }
        else
        {
            lines.Add(
                $"{what}: {TextSplitter.Bound(Words.Join([title, address]) is { Length: > 0 } line ? line : "zonder inhoud", 1_000)}"
            );
        }
    }

    private void Place(JsonElement? coordinates, string? title)
    {
        var (latitude, longitude) = (coordinates.Text("lat"), coordinates.Text("long"));
        var point =
            double.TryParse(latitude, CultureInfo.InvariantCulture, out _)
            && double.TryParse(longitude, CultureInfo.InvariantCulture, out _)
                ? $"{latitude}, {longitude}"
                : null;
        lines.Add($"Locatie: {TextSplitter.Bound(Words.Join([title, point]) is { Length: > 0 } line ? line : "onbekend", 500)}");
    }

    private void File(string type, string? address, string otherwise)
    {
        if (address is { Length: <= LongestAddress })
        {
            files.Add(new(FileIds.Of(seed, $"{files.Count}|{type}"), address, TypeOf(type), null, null));
        }
        else if (otherwise.Length > 0)
        {
            lines.Add(otherwise);
        }
    }

    private static string TypeOf(string type) =>
        type switch
        {
            "image" or "sticker" or "animated_image" => "image/jpeg",
            "video" or "reel" or "ig_reel" => "video/mp4",
            "audio" => "audio/mp4",
            _ => "application/octet-stream",
        };
}
