using System.Collections.Concurrent;

namespace WebcareHub.Workspace.Drafts;

/// <summary>
/// Unsent text per colleague and conversation. Lives in this process; the page still has its text when the process goes and puts it back
/// (<see cref="KeepDraft"/>) before it loads again.
/// </summary>
internal sealed class DraftStore(TimeProvider time)
{
    internal string Read(string colleague, Guid conversation) =>
        drafts.TryGetValue((colleague, conversation), out var draft) ? draft.Text : "";

    internal void Keep(string colleague, Guid conversation, string text)
    {
        if (text.Length == 0)
        {
            drafts.TryRemove((colleague, conversation), out _);
            return;
        }

        drafts[(colleague, conversation)] = new Draft(text[..Math.Min(text.Length, MaxLength)], time.GetUtcNow());
        if (drafts.Count > MaxDrafts)
        {
            Forget(time.GetUtcNow() - Kept);
        }
    }

    /// <summary>Whether the text is meant for the resident alone. What was written for one must not go to everybody after a page has loaded again.</summary>
    internal bool IsPrivate(string colleague, Guid conversation) => privately.ContainsKey((colleague, conversation));

    internal void KeepPrivate(string colleague, Guid conversation, bool meant)
    {
        if (meant)
        {
            privately[(colleague, conversation)] = time.GetUtcNow();
        }
        else
        {
            privately.TryRemove((colleague, conversation), out _);
        }
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var old in privately.Where(kept => kept.Value < before))
        {
            privately.TryRemove(old);
        }

        foreach (var old in drafts.Where(draft => draft.Value.At < before))
        {
            drafts.TryRemove(old);
        }
    }

    private sealed record Draft(string Text, DateTimeOffset At);

    private readonly ConcurrentDictionary<(string, Guid), Draft> drafts = new();

    private readonly ConcurrentDictionary<(string, Guid), DateTimeOffset> privately = new();

    private const int MaxLength = 20_000;
    private const int MaxDrafts = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
}
