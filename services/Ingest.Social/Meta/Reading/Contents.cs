using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>What a private message holds, in words and files.</summary>
/// <param name="Detail">The platform's own name for anything but text.</param>
internal sealed record Contents(MessageKind Kind, string? Text, string? Detail = null, IReadOnlyList<InboundAttachment>? Attachments = null)
{
    private const string CannotShow = "Dit soort bericht kan hier niet worden getoond.";

    /// <param name="fileSeed">Account and message: the same file of the same message keeps its id.</param>
    public static Contents Of(JsonElement message, string fileSeed)
    {
        var text = message.Text("text");
        if (message.Get("is_unsupported") is { ValueKind: JsonValueKind.True })
        {
            return new(MessageKind.Unsupported, CannotShow, "is_unsupported");
        }

        if (message.Get("quick_reply") is { } quick)
        {
            return Choice(text ?? quick.Text("payload"), "quick_reply");
        }

        var attached = ReadAttachments.From(message, fileSeed);
        if (attached.Known == 0)
        {
            return text is null
                ? new(MessageKind.Unsupported, CannotShow, attached.Name ?? "leeg")
                : new(MessageKind.Text, text, attached.Name);
        }

        var words = string.Join('\n', new[] { text }.Concat(attached.Lines).Where(line => !string.IsNullOrEmpty(line)));
        var kind =
            attached.Files.Count > 0 ? MessageKind.Media
            : attached.Name == "location" ? MessageKind.Location
            : MessageKind.Text;
        return new(kind, words.Length == 0 ? null : words, attached.Name, attached.Files.Count > 0 ? attached.Files : null);
    }

    public static Contents Choice(string? chosen, string detail) =>
        new(MessageKind.Choice, chosen is null ? "Een keuze zonder tekst." : $"Gekozen: {chosen}", detail);
}
