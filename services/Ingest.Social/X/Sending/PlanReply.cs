using WebcareHub.Channels.Sending;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>Cuts an answer into posts, or into direct messages; the first picture goes with the last words, each further one by itself.</summary>
internal static class PlanReply
{
    private const int DirectLimit = 10_000;

    public static IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        var bare = new PartContent(reply.To, null, null, null, null, Visibility: reply.Visibility, ReplyTo: reply.ReplyTo, Act: reply.Act);
        if (reply.Act != ReplyAct.Answer)
        {
            return [bare];
        }

        var texts =
            reply.Text is null ? []
            : reply.Visibility == Visibility.Public ? SplitPost.Of(reply.Text)
            : TextSplitter.Split(reply.Text, DirectLimit);
        var parts = texts.Select(text => bare with { Text = text }).ToList();
        foreach (var file in reply.FileIds)
        {
            var name = reply.FileNames?.GetValueOrDefault(file);
            if (parts is [.., { FileId: null } last])
            {
                parts[^1] = last with { FileId = file, FileName = name };
            }
            else
            {
                parts.Add(bare with { FileId = file, FileName = name });
            }
        }

        return parts;
    }
}
