namespace WebcareHub.PlatformSimulator.Client;

/// <summary>An account on the network.</summary>
/// <param name="Password">App password, for an account of a municipality.</param>
/// <param name="MayChat">Whether that password may see direct messages.</param>
/// <param name="TakesChat">Whether strangers may send direct messages.</param>
public sealed record BlueskyPerson(string Handle, string? Password = null, bool MayChat = true, bool TakesChat = true);

/// <summary>A post by a resident.</summary>
/// <param name="Author">Did or handle.</param>
/// <param name="Mentions">Whose handle stands behind the first @ of the text.</param>
/// <param name="ReplyTo">Address of the post it answers.</param>
/// <param name="Quotes">Address of the post it quotes.</param>
/// <param name="CreatedAt">What the author's clock says.</param>
/// <param name="Picture">Hash of a picture of the author.</param>
public sealed record BlueskyPost(
    string Author,
    string Text,
    string? Mentions = null,
    string? ReplyTo = null,
    string? Quotes = null,
    DateTimeOffset? CreatedAt = null,
    string? Picture = null,
    int Times = 1
);

/// <summary>A post as it stands on the network.</summary>
/// <param name="Facets">Per facet the text under it and where it goes: <c>@jan.test > did:plc:…</c>.</param>
public sealed record BlueskyPostSeen(string Uri, string Text, string? Parent, string? Root, IReadOnlyList<string> Facets, int Pictures);

/// <summary>A direct message.</summary>
public sealed record BlueskyMessage(string From, string To, string Text);

/// <summary>A direct message as it stands on the network.</summary>
public sealed record BlueskyMessageSeen(string Id, string Sender, string Text);

/// <summary>An emoji on a direct message.</summary>
public sealed record BlueskyReaction(string Message, string From, string Emoji);

/// <summary>How it behaves; what is null stays.</summary>
/// <param name="EmptyPages">A page of notifications without any before each real one.</param>
/// <param name="Limit">Calls in five minutes before 429.</param>
public sealed record BlueskyBehaviour(bool? EmptyPages = null, int? Limit = null);

/// <summary>Something that goes wrong.</summary>
/// <param name="Method">The end of the method's name, such as <c>putRecord</c>.</param>
/// <param name="Seconds">For too many requests: until it may be asked again.</param>
/// <param name="Milliseconds">How long a broken line stays silent.</param>
public sealed record BlueskyFault(
    BlueskyFaultKind Kind,
    string Method,
    int Count = 1,
    int? Status = null,
    int? Seconds = null,
    int? Milliseconds = null
);

/// <summary>What goes wrong.</summary>
public enum BlueskyFaultKind
{
    /// <summary>5xx.</summary>
    ServerError,

    /// <summary>429.</summary>
    TooManyRequests,

    /// <summary>400 ExpiredToken.</summary>
    ExpiredToken,

    /// <summary>Accepted, but the answer never comes.</summary>
    TimeoutAfterAccept,

    /// <summary>Nothing is done, and no answer comes.</summary>
    TimeoutBeforeAccept,
}
