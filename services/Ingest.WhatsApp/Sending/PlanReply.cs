using WebcareHub.Channels.Sending;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>Cuts an answer into what WhatsApp takes: text up to 4,096 characters, a template, or one file. Only the first part quotes.</summary>
internal static class PlanReply
{
    private const int TextLimit = 4096;

    public static IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        var template = reply.Template is { } used ? [new PartContent(reply.To, null, null, used, null)] : Array.Empty<PartContent>();
        var texts = template.Length > 0 || reply.Text is null ? [] : TextSplitter.Split(reply.Text, TextLimit);
        PartContent[] parts =
        [
            .. template,
            .. texts.Select(text => new PartContent(reply.To, text, null, null, null)),
            .. reply.FileIds.Select(file => new PartContent(reply.To, null, null, null, file, reply.FileNames?.GetValueOrDefault(file))),
        ];
        return parts.Length == 0 ? [] : [parts[0] with { QuotedId = reply.QuotedId }, .. parts[1..]];
    }
}
