using System.Text;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>
/// Cuts an answer into posts of 300 characters, or direct messages of 1,000. A file goes with the first text, every further one by itself: one
/// post each.
/// </summary>
internal static class PlanReply
{
    public static IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        if (reply.Act != ReplyAct.Answer)
        {
            return [Part(reply, null, null)];
        }

        var isPublic = reply.Visibility == Visibility.Public;
        var texts = reply.Text is null ? [] : GraphemeSplitter.Split(Whole(reply.Text), isPublic ? 300 : 1000, isPublic ? 3000 : 10_000);
        var count = Math.Max(texts.Count, 0);
        var parts = new List<PartContent>();
        for (var i = 0; i < count; i++)
        {
            parts.Add(Part(reply, texts[i], isPublic && i == 0 && reply.FileIds.Count > 0 ? reply.FileIds[0] : null));
        }

        var left = parts.Count > 0 && isPublic ? reply.FileIds.Skip(1) : reply.FileIds;
        parts.AddRange(left.Select(file => Part(reply, null, file)));
        return parts;
    }

    private static PartContent Part(ReplyToSend reply, string? text, Guid? file) =>
        new(
            reply.To,
            text,
            reply.QuotedId,
            null,
            file,
            file is { } id ? reply.FileNames?.GetValueOrDefault(id) : null,
            reply.Visibility,
            reply.ReplyTo,
            reply.Act
        );

    // Half a surrogate pair cannot be written in UTF-8: it becomes the sign for that.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
