using WebcareHub.Contracts;

namespace WebcareHub.Routing.Together;

/// <summary>
/// When each answer leaves, so that a wave stays within what a platform takes from one account and leaves room for colleagues: half of what is
/// told. WhatsApp 80 a second, Messenger 40; Instagram and comments 750 an hour; Mastodon 300 in 5 minutes; Bluesky 5,000 points an hour at 3 a
/// post; X 100 in 15 minutes.
/// </summary>
internal static class Pacing
{
    internal readonly record struct Account(string Municipality, string Channel, string Id);

    /// <summary>A moment for each, in order; those of one account never closer together than its channel takes.</summary>
    /// <param name="busyUntil">When the last one leaves that an account has yet to send.</param>
    /// <param name="from">Not before this moment.</param>
    public static DateTimeOffset[] Plan(
        IReadOnlyList<Account> accounts,
        IReadOnlyDictionary<Account, DateTimeOffset> busyUntil,
        DateTimeOffset from
    )
    {
        var next = new Dictionary<Account, DateTimeOffset>();
        var moments = new DateTimeOffset[accounts.Count];
        for (var at = 0; at < accounts.Count; at++)
        {
            var (account, between) = (accounts[at], Between(accounts[at].Channel));
            if (!next.TryGetValue(account, out var moment))
                moment = busyUntil.TryGetValue(account, out var busy) && busy + between > from ? busy + between : from;
            moments[at] = moment;
            next[account] = moment + between;
        }
        return moments;
    }

    private static TimeSpan Between(string channel) =>
        channel switch
        {
            Channel.WhatsApp => TimeSpan.FromMilliseconds(25),
            Channel.Messenger => TimeSpan.FromMilliseconds(50),
            Channel.Instagram or Channel.Facebook => TimeSpan.FromSeconds(9.6),
            Channel.Mastodon => TimeSpan.FromSeconds(2),
            Channel.Bluesky => TimeSpan.FromSeconds(4.4),
            Channel.X => TimeSpan.FromSeconds(18),
            // Our own.
            _ => TimeSpan.Zero,
        };
}
