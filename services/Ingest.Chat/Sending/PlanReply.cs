using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Chat.Sending;

/// <summary>An answer is one text as it is, and then each file. There is no longest answer here: only the form colleagues write in has one.</summary>
internal static class PlanReply
{
    public static IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        string[] texts = string.IsNullOrWhiteSpace(reply.Text) ? [] : [reply.Text];
        return
        [
            .. texts.Select(text => new PartContent(reply.To, text, null, null, null)),
            .. reply.FileIds.Select(file => new PartContent(reply.To, null, null, null, file, reply.FileNames?.GetValueOrDefault(file))),
        ];
    }
}
