using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>
/// Cuts an answer into what the platform takes. What can only go whole or not at all (a private answer to a comment, a comment with a file, hiding)
/// is one part, so that nothing of it has left when it is refused.
/// </summary>
internal static class PlanReply
{
    public static IReadOnlyList<PartContent> Plan(ReplyToSend reply, Surface surface)
    {
        var whole = new PartContent(
            reply.To,
            reply.Text,
            null,
            null,
            reply.FileIds.Count > 0 ? reply.FileIds[0] : null,
            null,
            reply.Visibility,
            reply.ReplyTo,
            reply.Act,
            reply.PersonalAfter
        );
        var isPublic = reply.Visibility == Visibility.Public;
        if (reply.Act != ReplyAct.Answer || ReplyPlace.Read(reply.ReplyTo).IsPublic && !isPublic || isPublic && reply.FileIds.Count > 0)
        {
            return [whole];
        }

        var texts = reply.Text is null ? [] : Split(reply.Text, isPublic ? surface.PublicLimit : surface.PrivateLimit, surface);
        return
        [
            .. texts.Select(text => whole with { Text = text, FileId = null }),
            .. reply.FileIds.Select(file => whole with { Text = null, FileId = file, FileName = reply.FileNames?.GetValueOrDefault(file) }),
        ];
    }

    /// <summary>Whether a text goes as one message.</summary>
    public static bool Fits(string text, int limit, Surface surface) =>
        text.Length <= limit && (!surface.CountsBytes || Encoding.UTF8.GetByteCount(text) <= limit);

    private static IReadOnlyList<string> Split(string text, int limit, Surface surface) =>
        limit == 0
            ? [text]
            : [.. TextSplitter.Split(text, limit).SelectMany(part => Fits(part, limit, surface) ? [part] : Narrower(part, limit))];

    // As many characters as take up the bytes there are; four is the most one of them takes.
    private static IEnumerable<string> Narrower(string text, int limit)
    {
        for (var characters = limit * 3 / 4; ; characters = characters * 3 / 4)
        {
            var parts = TextSplitter.Split(text, characters);
            if (characters <= limit / 4 || parts.All(part => Encoding.UTF8.GetByteCount(part) <= limit))
            {
                return parts;
            }
        }
    }
}
