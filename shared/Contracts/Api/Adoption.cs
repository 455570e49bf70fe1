namespace WebcareHub.Contracts.Api;

/// <summary>What the layers above offer: <c>GET /api/v1/offers?layer=</c>; the caller's municipality when <c>layer</c> is left out.</summary>
/// <param name="Layer">The layer that chooses: a CBS code or a region id.</param>
/// <param name="MayChoose">The caller may choose for this layer.</param>
/// <param name="Pinned">False: this layer has no base, so everything from above is in force by itself and only changes on followed themes matter.</param>
/// <param name="Follow">Themes whose changes come in by themselves.</param>
/// <param name="Share">Own messages may count in back-tests of others' proposals.</param>
/// <param name="SharesEntries">Others may take own entries over.</param>
public sealed record Offers(
    string Layer,
    string Name,
    bool MayChoose,
    bool Pinned,
    IReadOnlyList<string> Follow,
    bool Share,
    IReadOnlyList<Offer> Items,
    bool SharesEntries = false
);

/// <summary>One entry on offer.</summary>
/// <param name="Kind">new, changed or withdrawn.</param>
/// <param name="From">The layer that offers it.</param>
/// <param name="Release">The release of that layer that is on offer.</param>
/// <param name="At">When that release was published.</param>
/// <param name="Notes">Its notes, Dutch.</param>
/// <param name="What">One Dutch sentence on what is offered.</param>
/// <param name="Differences">What would change here, word by word; empty for a new entry.</param>
/// <param name="Text">The YAML on offer; null when it is withdrawn.</param>
/// <param name="Deferred">The reason why it was put off earlier; null when nothing was chosen.</param>
/// <param name="Deviates">This layer adjusts or switches off the entry itself.</param>
public sealed record Offer(
    string Section,
    string Id,
    string Title,
    string Theme,
    string Kind,
    string From,
    string FromName,
    int Release,
    DateTimeOffset? At,
    string? Notes,
    string What,
    IReadOnlyList<FieldDifference> Differences,
    string? Text,
    string? Deferred,
    bool Deviates
);

/// <summary>What can be chosen.</summary>
public enum ChoiceKind
{
    /// <summary>Take an offered entry at the release on offer.</summary>
    Adopt,

    /// <summary>Put an offered entry off; needs a reason.</summary>
    Defer,

    /// <summary>Let a theme's changes come in by themselves.</summary>
    Follow,

    /// <summary>Choose per entry again; what holds today stays.</summary>
    Unfollow,

    /// <summary>Adjust an entry here: opens a draft with <c>adjust</c>; needs a reason.</summary>
    Deviate,

    /// <summary>Switch an entry off here; needs a reason.</summary>
    Off,

    /// <summary>Take the own adjustment or switch-off back.</summary>
    Return,

    /// <summary>Copy another municipality's shared entry; its origin stays with it.</summary>
    TakeOver,

    /// <summary>Let own messages count in back-tests of others' proposals.</summary>
    Share,

    /// <summary>No longer.</summary>
    Unshare,
}

/// <summary>
/// Choose: <c>POST /api/v1/choices</c>. All but <see cref="ChoiceKind.Deviate"/> end in a release of the layer at once; that one opens a draft.
/// </summary>
/// <param name="Layer">The layer that chooses; the caller's municipality when null.</param>
/// <param name="Section">Of the entry; left out for follow, unfollow, share and unshare.</param>
/// <param name="Id">Of the entry; left out for follow, unfollow, share and unshare.</param>
/// <param name="Release">For adopt: the release on offer as the caller saw it; the newest when null.</param>
/// <param name="Reason">Dutch; needed for defer, deviate and off.</param>
/// <param name="Theme">For follow and unfollow.</param>
/// <param name="From">For takeOver: the CBS code of the municipality.</param>
/// <param name="What">For share and unshare: <c>backtest</c> (own messages may count in others' back-tests; also when null) or <c>entries</c> (others
/// may take own entries over).</param>
public sealed record NewChoice(
    ChoiceKind Choice,
    string? Layer = null,
    string? Section = null,
    string? Id = null,
    int? Release = null,
    string? Reason = null,
    string? Theme = null,
    string? From = null,
    string? What = null
);

/// <summary>What a choice led to.</summary>
/// <param name="Said">One Dutch sentence: what holds now.</param>
/// <param name="Release">The release made; null when a draft was opened or nothing changed.</param>
/// <param name="Draft">The draft opened; null otherwise.</param>
public sealed record ChoiceMade(string Said, Release? Release, Draft? Draft);

/// <summary>Where the layer differs from those above: <c>GET /api/v1/drift?layer=</c>; the caller's municipality when <c>layer</c> is left out.</summary>
public sealed record DriftView(string Layer, string Name, IReadOnlyList<DriftRow> Items);

/// <summary>One entry that differs.</summary>
public sealed record DriftRow(EntryRow Entry, EntryDrift Drift);

/// <summary>
/// Entries that other municipalities shared so that others may take them over: <c>GET /api/v1/shared-entries?section=&amp;words=</c>.
/// </summary>
public sealed record SharedEntries(IReadOnlyList<SharedEntry> Items);

/// <summary>An own entry of another municipality, offered for copying.</summary>
/// <param name="From">CBS code.</param>
/// <param name="Origin">Where that municipality had it from; null when it wrote it.</param>
/// <param name="Text">Its YAML.</param>
/// <param name="OriginName">The origin within a Dutch sentence.</param>
public sealed record SharedEntry(
    string From,
    string FromName,
    int Release,
    string Section,
    string Id,
    string Title,
    string Theme,
    string? Origin,
    string Text,
    string? OriginName = null
);

/// <summary>Who writes a shared layer: <c>GET /api/v1/teams/{layer}</c>; operators name and remove with
/// <c>PUT</c> and <c>DELETE /api/v1/teams/{layer}/members/{municipality}/{subject}</c>.</summary>
public sealed record BlueprintTeam(string Layer, string Name, IReadOnlyList<TeamMember> Members);

/// <summary>A member of a blueprint team.</summary>
/// <param name="Municipality">The CBS code the person signs in for; a subject is a name within it only.</param>
/// <param name="Subject">As the sign-in names the person.</param>
/// <param name="Role">editor or reviewer.</param>
public sealed record TeamMember(string Municipality, string Subject, string Name, TeamRole Role);

/// <summary>What a member of a blueprint team does.</summary>
public enum TeamRole
{
    /// <summary>Writes the layer.</summary>
    Editor,

    /// <summary>Looks along and accepts; writes as well.</summary>
    Reviewer,
}

/// <summary>Name a member: <c>PUT /api/v1/teams/{layer}/members/{municipality}/{subject}</c>.</summary>
public sealed record NameMember(string Name, TeamRole Role);
