using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Conversations;

/// <summary>What each platform lets a municipality do.</summary>
internal static class Means
{
    /// <summary>Meta: one private answer to a comment, within seven days of it.</summary>
    public static readonly TimeSpan PrivateReplyTerm = TimeSpan.FromDays(7);

    public static ChannelMeans Of(Conversation c) => new(MovesToPrivate(c), Hides(c), TextLimit(c));

    public static bool MovesToPrivate(Conversation c) =>
        c.Visibility == Visibility.Public
        && c.Channel is Channel.Facebook or Channel.Instagram or Channel.Mastodon or Channel.Bluesky or Channel.X;

    public static bool Hides(Conversation c) => c.Visibility == Visibility.Public && c.Channel is Channel.Facebook or Channel.Instagram;

    /// <summary>Whether the platform takes one private answer to a comment and no more.</summary>
    public static bool AnswersPrivatelyOnce(string channel) => channel is Channel.Facebook or Channel.Instagram;

    // Private messages of Bluesky and X are longer than their posts; that of Instagram's comments is not told.
    private static int? TextLimit(Conversation c) =>
        c.Channel switch
        {
            Channel.Bluesky when c.Visibility == Visibility.Private => 1000,
            Channel.X when c.Visibility == Visibility.Private => 10_000,
            var channel => AnswerLimits.Of(channel),
        };
}
