namespace WebcareHub.PlatformSimulator.Client;

/// <summary>Somebody does something at a page or an Instagram account. Only what the kind needs has to be given.</summary>
/// <param name="Account">Id of the page or the Instagram account.</param>
/// <param name="Person">Who: the id by which they comment. A page knows who sends messages by another one: 7 before it.</param>
/// <param name="Kind">
/// In private: message, quick-reply, story-reply, story-mention, unsupported, delete, edit, reaction, unreact, postback, read, and echo (a
/// colleague answers in the page's own inbox). In public: comment, live-comment, post, rating, mention, comment-edit, comment-remove, comment-hide,
/// comment-reaction, and own-comment (a colleague comments on the page itself).
/// </param>
/// <param name="Text">Text, emoji, or name of the reaction.</param>
/// <param name="Post">Public: under which post; the same one when absent.</param>
/// <param name="About">Id of the message or comment that is answered, edited, taken back, hidden or reacted to.</param>
/// <param name="Id">Chosen by the caller; otherwise new.</param>
/// <param name="At">Platform's time; now when absent.</param>
/// <param name="Content">Bytes of a file.</param>
/// <param name="Standby">Another app has the thread.</param>
public sealed record MetaAct(
    string Account,
    string Person,
    string Kind = "message",
    string? Text = null,
    string? Name = null,
    string? Post = null,
    string? About = null,
    string? Id = null,
    DateTimeOffset? At = null,
    byte[]? Content = null,
    string? ContentType = null,
    bool Standby = false
);

/// <summary>A page or an Instagram account.</summary>
public sealed record NewPage(string Id, bool IsInstagram, string Name, string Token = "demo-token");

/// <summary>What a page or account said and the platform accepted.</summary>
/// <param name="Kind">message, private-reply or comment.</param>
/// <param name="Person">To whom, by the id by which they comment; null in public.</param>
/// <param name="About">The comment or post it is below, or answers in private.</param>
/// <param name="Tag">HUMAN_AGENT, when it was sent with that.</param>
public sealed record MetaSent(
    string Id,
    string Kind,
    string? Person,
    string? About,
    string? Text,
    string? Tag,
    string? FileId,
    DateTimeOffset At
);

/// <summary>Something written in public.</summary>
public sealed record MetaComment(
    string Id,
    string Post,
    string? Parent,
    string Author,
    bool FromPage,
    string? Text,
    bool Hidden,
    bool Gone,
    bool AnsweredPrivately
);

/// <summary>Steers the pages and Instagram accounts of a running simulator. Failures are ordered with <see cref="SimulatorClient.Fail"/>: Number is the account, Resident the person, comment or post.</summary>
public sealed class MetaClient
{
    private readonly SimulatorClient simulator;

    internal MetaClient(SimulatorClient simulator) => this.simulator = simulator;

    /// <summary>Does it. Returns the id of what was written, or of what it was about.</summary>
    public async Task<string> Do(MetaAct act) => (await Tell(act)).MessageIds[0];

    /// <summary>Does it, and tells which webhook carries it.</summary>
    public Task<Written> Tell(MetaAct act) => simulator.Ask<Written>(HttpMethod.Post, "simulator/meta/acts", act);

    /// <summary>A private message. Returns its id.</summary>
    public Task<string> Say(string account, string person, string text) => Do(new(account, person, "message", text));

    /// <summary>A comment. Returns its id.</summary>
    public Task<string> Comment(string account, string person, string text, string? name = null) =>
        Do(new(account, person, "comment", text, name));

    /// <summary>What the account said and the platform accepted.</summary>
    public Task<IReadOnlyList<MetaSent>> Sent(string account) =>
        simulator.Ask<IReadOnlyList<MetaSent>>(HttpMethod.Get, $"simulator/meta/sent?account={account}");

    /// <summary>Everything in public at the account.</summary>
    public Task<IReadOnlyList<MetaComment>> Comments(string account) =>
        simulator.Ask<IReadOnlyList<MetaComment>>(HttpMethod.Get, $"simulator/meta/comments?account={account}");

    /// <summary>Makes a page or account known.</summary>
    public Task Register(NewPage page) => simulator.Tell(HttpMethod.Post, "simulator/meta/pages", page);
}
