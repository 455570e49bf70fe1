using System.Globalization;
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

    /// <summary>reply, note, or answers: an answer with the list of standard answers open.</summary>
    internal string Mode { get; private set; } = "reply";

    /// <summary>The message the answer quotes, or null.</summary>
    internal ThreadItem? Quote => Shown.Quote;

    /// <summary>Uploaded for this resident, to go with the next answer.</summary>
    internal IReadOnlyList<NewReplyFile> Files => Shown.Files;

    /// <summary>In a public conversation: only the resident gets the answer.</summary>
    internal bool Privately => Open is { } open && drafts.IsPrivate(colleague.Id, open.Row.Id);

    internal void AnswerPrivately(bool privately)
    {
        Mode = Mode == "note" ? "reply" : Mode;
        if (Open is { } open)
        {
            drafts.KeepPrivate(colleague.Id, open.Row.Id, privately);
        }

        Tell();
    }

    /// <summary>Whether an answer can be written here that quotes this.</summary>
    internal bool MayQuote(ThreadItem item) => WindowOpen && Open?.Row.Status is not (null or ConversationStatus.Resolved) && IsKnown(item);

    /// <summary>The last message of the resident that may be quoted now.</summary>
    internal ThreadItem? LastMessage => Open?.Thread.LastOrDefault(item => item.Kind == ThreadItemKind.Message && MayQuote(item));

    internal void Compose(string mode)
    {
        Mode = mode;
        Tell();
    }

    internal void QuoteItem(ThreadItem? item)
    {
        Mode = Mode == "note" ? "reply" : Mode;
        Enclose(Open?.Row.Id, Shown with { Quote = item });
    }

    /// <summary>Uploads a file of at most <see cref="MaxFileBytes"/> for an answer in this conversation, also when it was left meanwhile.</summary>
    internal async Task Attach(ConversationDetail open, string name, string contentType, Stream content)
    {
        FileStored? stored = null;
        if (!await Try(async () => stored = await desk.Upload(open.ResidentId, contentType, content)))
        {
            return;
        }

        var with = EnclosedIn(open.Row.Id);
        Enclose(open.Row.Id, with with { Files = [.. with.Files, new NewReplyFile(stored!.Id, stored.ContentType, ShortName(name))] });
        if (OpenId == open.Row.Id)
        {
            Say(string.Format(CultureInfo.CurrentCulture, Texts.FileAttached, name));
            await ClaimWhenFree(open);
        }
        else
        {
            Say(string.Format(CultureInfo.CurrentCulture, Texts.FileAttachedElsewhere, name, Workspace.Words.Say.Resident(open.Row)));
        }
    }

    internal void Detach(NewReplyFile file) => Enclose(Open?.Row.Id, Shown with { Files = [.. Files.Where(each => each.Id != file.Id)] });

    // Only what the platform knows can be quoted: messages of the resident, and answers it took.
    private static bool IsKnown(ThreadItem item) =>
        item is { Gone: null, Kind: ThreadItemKind.Message }
        || item is { Gone: null, Kind: ThreadItemKind.Reply, State: DeliveryState.Sent or DeliveryState.Delivered or DeliveryState.Read };

    private Enclosed Shown => Open is { } open ? EnclosedIn(open.Row.Id) : Nothing;

    private Enclosed EnclosedIn(Guid conversation) => enclosed.GetValueOrDefault(conversation, Nothing);

    private void Enclose(Guid? conversation, Enclosed with)
    {
        if (conversation is { } id)
        {
            enclosed[id] = with;
        }

        Tell();
    }

    private NewReply WithQuoteAndFiles(Guid conversation, NewReply reply)
    {
        var (quote, files) = EnclosedIn(conversation);
        return reply.TemplateName is not null
            ? reply
            : reply with
            {
                Privately = drafts.IsPrivate(colleague.Id, conversation),
                QuotedItemId = quote?.Id,
                FileIds = files.Count == 0 ? null : [.. files.Select(file => file.Id)],
                Files = files.Count == 0 ? null : files,
            };
    }

    // The end of a name says what it is: cut in the middle of it.
    private static string ShortName(string name)
    {
        var extension = Path.GetExtension(name);
        return name.Length <= LongestName || extension.Length > 10
            ? name[..Math.Min(name.Length, LongestName)]
            : name[..(LongestName - extension.Length)] + extension;
    }

    private sealed record Enclosed(ThreadItem? Quote, IReadOnlyList<NewReplyFile> Files);

    private static readonly Enclosed Nothing = new(null, []);
    private const int LongestName = 120;

    // As unsent text, it waits in its own conversation until the colleague is back there.
    private readonly Dictionary<Guid, Enclosed> enclosed = [];
}
