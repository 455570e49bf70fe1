using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>A picture, film, sound, document or sticker. The file itself is fetched later, by its id.</summary>
internal static class ReadMedia
{
    public static Contents From(JsonElement message, string type, string fileSeed)
    {
        var media = message.Get(type);
        if (media.Text("id") is not { } id)
        {
            return new(MessageKind.Unsupported, "Een bestand dat WhatsApp niet heeft meegestuurd.", type);
        }

        var file = new InboundAttachment(
            FileId(fileSeed, id),
            id,
            media.Text("mime_type") ?? "application/octet-stream",
            media.Text("filename"),
            media.Text("sha256")
        );
        return new(MessageKind.Media, media.Text("caption"), null, [file]);
    }

    // The same file of the same message keeps its id when the platform delivers it again.
    private static Guid FileId(string seed, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{id}"), hash);
        return new Guid(hash[..16]);
    }
}
