using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>Who is writing right now, both ways. Only the chat tells, and is told.</summary>
internal sealed partial class WorkView
{
    /// <summary>The resident of the open conversation is writing.</summary>
    internal bool ResidentTypes => typing is { } seen && seen.Conversation == OpenId && Now - seen.At < TypingStays;

    /// <summary>Shown at the next <see cref="CatchUp"/>.</summary>
    internal void NoticeTyping(Guid conversation)
    {
        if (conversation == OpenId)
        {
            typing = new(conversation, Now);
        }
    }

    /// <summary>Lets the visitor of a chat see that a colleague writes. When it does not arrive, nothing is lost.</summary>
    internal async Task TellTyping(ConversationDetail open)
    {
        if (open.Row.Channel == Channel.Chat && Now - toldTyping > TypingAgain)
        {
            toldTyping = Now;
            await Try(() => desk.Typing(open.Row.Id), _ => { });
        }
    }

    private void ShowTyping()
    {
        if (typingShown != ResidentTypes)
        {
            typingShown = ResidentTypes;
            Tell();
        }
    }

    private sealed record Seen(Guid Conversation, DateTimeOffset At);

    private static readonly TimeSpan TypingStays = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan TypingAgain = TimeSpan.FromSeconds(3);
    private Seen? typing;
    private bool typingShown;
    private DateTimeOffset toldTyping;
}
