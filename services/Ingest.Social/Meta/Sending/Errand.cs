using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Calling;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>A part with all that is known about where it goes.</summary>
internal sealed record Errand(OutboundPart Part, Surface Surface, Account Account, ReplyPlace Place, PlatformCalls Calls)
{
    public PartContent Content => Part.Content;
}
