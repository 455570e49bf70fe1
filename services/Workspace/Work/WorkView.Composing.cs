using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What goes with the answer a colleague is writing: the message it quotes and the files beside it.</summary>
internal sealed partial class WorkView
{
    /// <summary>What one file may weigh, as the upload takes it: 16 MB.</summary>
    internal const long MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>How many files go with one answer.</summary>
    internal const int MaxFiles = 10;

    /// <summary>The message the answer quotes, or null.</summary>
    internal ThreadItem? Quote { get; private set; }

    /// <summary>Uploaded for this resident, to go with the next answer.</summary>
    internal IReadOnlyList<NewReplyFile> Files { get; private set; } = [];

    /// <summary>Only what the platform knows can be quoted: messages of the resident, and answers it took.</summary>
    internal static bool CanQuote(ThreadItem item) =>
        item is { Gone: null, Kind: ThreadItemKind.Message }
        || item is { Gone: null, Kind: ThreadItemKind.Reply, State: DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Read };

    /// <summary>The last message of the resident that can be quoted.</summary>
    internal ThreadItem? LastMessage => Open?.Thread.LastOrDefault(item => item.Kind == ThreadItemKind.Message && CanQuote(item));

    internal void QuoteItem(ThreadItem? item)
    {
        (Quote, Mode) = (item, Mode == "note" ? "reply" : Mode);
        Tell();
    }

    /// <summary>Uploads a file of at most <see cref="MaxFileBytes"/>. False says so in a sentence, and leaves the rest.</summary>
    internal async Task<bool> Attach(ConversationDetail open, string name, string contentType, Stream content)
    {
        FileStored? stored = null;
        var done = await Try(async () => stored = await desk.Upload(open.ResidentId, contentType, content));
        if (done && OpenId == open.Row.Id)
        {
            Files = [.. Files, new NewReplyFile(stored!.Id, stored.ContentType, ShortName(name))];
            Tell();
        }

        return done;
    }

    internal void Detach(NewReplyFile file)
    {
        Files = [.. Files.Where(each => each.Id != file.Id)];
        Tell();
    }

    private NewReply WithQuoteAndFiles(NewReply reply) =>
        reply.TemplateName is not null
            ? reply
            : reply with
            {
                QuotedItemId = Quote?.Id,
                FileIds = Files.Count == 0 ? null : [.. Files.Select(file => file.Id)],
                Files = Files.Count == 0 ? null : Files,
            };

    private void ForgetQuoteAndFiles() => (Quote, Files) = (null, []);

    // The end of a name says what it is: cut in the middle of it.
    private static string ShortName(string name)
    {
        var extension = Path.GetExtension(name);
        return name.Length <= LongestName || extension.Length > 10
            ? name[..Math.Min(name.Length, LongestName)]
            : name[..(LongestName - extension.Length)] + extension;
    }

    private const int LongestName = 120;
}
