namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>Makes an account of a municipality on the server; its token works from then on.</summary>
/// <param name="App">Name of the application the token belongs to.</param>
public sealed record NewMastodonAccount(string Username, string Token, string DisplayName = "Gemeente", string App = "Webcare");

/// <summary>Somebody posts. An author of another server is written <c>jan@elders.example</c>; who is named in the text with an @ is mentioned.</summary>
/// <param name="Visibility">public, unlisted, private or direct.</param>
/// <param name="Html">The content as the server would give it, in stead of what it makes of the text.</param>
/// <param name="Filtered">The server keeps the notification apart, as it does with private mentions of strangers.</param>
/// <param name="Quotes">Id of the post it quotes.</param>
/// <param name="Pictures">How many pictures go with it.</param>
public sealed record NewPost(
    string Author,
    string Text,
    string Visibility = "public",
    string? InReplyTo = null,
    string? Html = null,
    bool Filtered = false,
    string? Quotes = null,
    string Warning = "",
    string? Language = "nl",
    int Pictures = 0,
    string? DisplayName = null
);

/// <summary>The new text of a post.</summary>
public sealed record NewText(string Text);

/// <summary>Somebody gives a post a star.</summary>
public sealed record NewStar(string Author, string Post);

/// <summary>What goes wrong.</summary>
public enum MastodonTrouble
{
    /// <summary>The post is made, the answer never comes.</summary>
    TimeoutAfterAccept,

    /// <summary>Nothing is made, and no answer comes.</summary>
    TimeoutBeforeAccept,

    /// <summary>429, until the end of the period.</summary>
    RateLimited,

    /// <summary>503 with a page of HTML.</summary>
    ServerError,

    /// <summary>401.</summary>
    TokenExpired,

    /// <summary>200 with a page of HTML, as a proxy in between gives.</summary>
    Page,
}

/// <summary>Orders trouble for the next calls.</summary>
/// <param name="Path">Only calls whose path holds this.</param>
/// <param name="Method">Only calls of this method.</param>
public sealed record MastodonFailure(
    MastodonTrouble Kind,
    int Count = 1,
    string? Path = null,
    string? Method = null,
    int Milliseconds = 200
);

/// <summary>How the server is set up; what is null stays as it is.</summary>
/// <param name="Calls">Calls in five minutes for one token.</param>
/// <param name="HostCalls">Calls in five minutes for one caller, whatever its tokens.</param>
/// <param name="Streams">Whether streams may be opened; false ends those that are.</param>
/// <param name="MediaLooks">How often a file is looked at before it is ready.</param>
/// <param name="KeepsFiltered">Leaves what is filtered out of the list whatever is asked.</param>
/// <param name="StreamsEdits">Whether edits of who is not followed reach the stream.</param>
/// <param name="Ulid">Ids as GoToSocial makes them.</param>
/// <param name="ClockOffsetSeconds">How far the server's clock is ahead.</param>
public sealed record MastodonBehaviour(
    int? Characters = null,
    int? Calls = null,
    int? HostCalls = null,
    bool? Streams = null,
    int? MediaLooks = null,
    bool? KeepsFiltered = null,
    bool? StreamsEdits = null,
    bool? Ulid = null,
    int? ClockOffsetSeconds = null
);

/// <summary>A post as it stands on the server.</summary>
public sealed record PostSeen(
    string Id,
    string Author,
    string Text,
    string Visibility,
    string? InReplyTo,
    IReadOnlyList<string> Mentions,
    string Warning,
    string? Language,
    string? Key,
    IReadOnlyList<string> Files
);

/// <summary>What was asked of the server.</summary>
/// <param name="MostInFiveMinutes">The most calls of one period, of all tokens together.</param>
/// <param name="Refused">Calls answered with 429.</param>
/// <param name="Streams">Streams that are open now.</param>
/// <param name="Paths">Calls by method and first part of the path.</param>
public sealed record MastodonCounts(int Calls, int MostInFiveMinutes, int Refused, int Streams, IReadOnlyDictionary<string, int> Paths);
