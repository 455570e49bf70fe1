using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Thread;

/// <summary>What happened to what stands in the thread already, and what only needs a line.</summary>
internal sealed partial class ThreadItems
{
    private void Amend(RecordedEvent recorded)
    {
        switch (recorded.Data)
        {
            case MessageEdited e:
                Change(recorded, e.MessageId, item => item.Gone is null ? item with { Text = e.Text, Edited = true } : item);
                break;
            case MessageDeleted e:
                Change(
                    recorded,
                    e.MessageId,
                    item => item with { Text = null, Gone = "De inwoner heeft dit bericht verwijderd.", Attachments = [], Warning = null }
                );
                break;
            case MessageHidden e:
                // What we asked for ourselves stands there already.
                if (_byId.TryGetValue(e.MessageId, out var told) && told.Item.Hidden != e.Hidden)
                    AddLine(recorded);
                Change(recorded, e.MessageId, item => item with { Hidden = e.Hidden });
                break;
            case ReactionGiven e:
                Change(recorded, e.TargetMessageId, item => item with { Reactions = e.Emoji is null ? [] : [e.Emoji] });
                break;
            case AttachmentArrived e:
                foreach (var entry in _entries.Where(entry => entry.Item.Attachments.Any(file => file.FileId == e.FileId)))
                    entry.Item = entry.Item with
                    {
                        Attachments =
                        [
                            .. entry.Item.Attachments.Select(file =>
                                file.FileId == e.FileId
                                    ? file with
                                    {
                                        Ready = e.Failure is null,
                                        Failure = e.Failure,
                                        ContentType = e.ContentType ?? file.ContentType,
                                    }
                                    : file
                            ),
                        ],
                    };
                break;
            case ReplySent e:
                Recognise(recorded, e);
                break;
            case ReplyFailed e:
                Because(e.ReplyId, e.Reason);
                break;
            case ReplyUncertain e:
                Because(e.ReplyId, e.Reason);
                break;
            default:
                AddLine(recorded);
                break;
        }
    }

    private void AddLine(RecordedEvent recorded)
    {
        var line =
            recorded.Data is ReplySettled { SendAgain: true } again && _hidings.ContainsKey(again.ReplyId)
                ? $"{again.By.Name} probeert het opnieuw."
                : Words.Of(recorded.Data, _blueprint);
        if (line is not null)
            PutLine(recorded, recorded.Id, line);
        if (recorded.Data is PersonalDataErased)
        {
            _erased = true;
            foreach (var entry in _entries.Where(entry => entry.Item.Kind != ThreadItemKind.System))
                entry.Item = entry.Item with { Text = null, Gone = Erased, Attachments = [], Reactions = [], Warning = null };
        }
    }

    private void PutLine(RecordedEvent recorded, Guid id, string line) =>
        Put(recorded, New(id, ThreadItemKind.System, line, recorded.Timestamp.ToUniversalTime()));

    /// <summary>The platform told of our own answer before its outcome was known: it stands here once, as ours.</summary>
    private void Recognise(RecordedEvent recorded, ReplySent e)
    {
        if (e.PlatformId is not null && _byPlatformId.TryGetValue(e.PlatformId, out var echo) && _echoes.Contains(echo))
        {
            _entries.Remove(_byId[echo]);
            _byId[echo] = _byId.GetValueOrDefault(e.ReplyId, _byId[echo]);
        }
        if (_hidings.TryGetValue(e.ReplyId, out var hiding))
            Change(recorded, hiding.MessageId, item => item with { Hidden = hiding.Hidden });
        else
            Remember(e.PlatformId, e.ReplyId);
    }
}
