using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Receiving;

namespace WebcareHub.Channels.Pulling;

/// <summary>A platform that is asked what happened.</summary>
public interface IPullChannel
{
    /// <summary>Code of the channel.</summary>
    string Channel { get; }

    /// <summary>How long to wait between two rounds of one account when nothing hurries; the limits of the platform's servers decide.</summary>
    /// <param name="accounts">How many accounts of the channel there are.</param>
    TimeSpan Rhythm(Account account, int accounts);

    /// <summary>Asks once. Does not throw for anything the platform or the network does.</summary>
    /// <param name="cursor">As it came with the last <see cref="Pulled"/>; null the first time.</param>
    Task<Pulled> PullAsync(Account account, string? cursor, CancellationToken ct);
}

/// <summary>What the platform answered to one question.</summary>
/// <param name="Read">What is new, oldest first; null when there is nothing.</param>
/// <param name="Body">The answer as it came; kept, sealed, when something in it could not be read.</param>
/// <param name="Cursor">From where to go on once all of it is in the broker's hands. Holds no personal data.</param>
/// <param name="More">There is more: ask again at once.</param>
/// <param name="After">Not before this long, when the platform asks for it.</param>
/// <param name="Failure">What is wrong, the sentence an administrator reads (Dutch); null when the platform answered.</param>
public sealed record Pulled(
    ReadPost? Read,
    ReadOnlyMemory<byte> Body,
    string? Cursor,
    bool More = false,
    TimeSpan? After = null,
    string? Failure = null
)
{
    /// <summary>It did not answer, or refused: the cursor stays.</summary>
    public static Pulled Failed(string? cursor, string sentence, TimeSpan? after = null) =>
        new(null, default, cursor, After: after, Failure: sentence);
}
