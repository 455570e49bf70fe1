namespace WebcareHub.Contracts.Api;

/// <summary>How an entry stands in a municipality.</summary>
public enum EntryState
{
    /// <summary>As the layers above have it, without a choice of its own.</summary>
    Inherited,

    /// <summary>Taken over at a release.</summary>
    Adopted,

    /// <summary>Put off, with a reason.</summary>
    Deferred,

    /// <summary>Adjusted here, with a reason.</summary>
    Deviates,

    /// <summary>Switched off here, with a reason.</summary>
    Off,

    /// <summary>Written here.</summary>
    Own,

    /// <summary>Offered by a layer above and not in force here yet.</summary>
    Offered,
}

/// <summary>
/// Entries as they hold for the caller's municipality: <c>GET /api/v1/blueprint/entries?theme=&amp;section=&amp;words=</c>, in the order of the
/// language's sections and of the layers. Every filter may be left out.
/// </summary>
public sealed record BlueprintEntries(string Municipality, string Name, IReadOnlyList<EntryRow> Items);

/// <summary>One entry in a list.</summary>
/// <param name="Section">topics, rules, answers, …</param>
/// <param name="Theme">monitoring, webcare or woordvoering.</param>
/// <param name="Layer">The layer that gave its present form.</param>
/// <param name="LayerName">That layer within a Dutch sentence: <c>landelijk</c>, <c>regio Wadden</c>, <c>gemeente Zwolle</c>.</param>
/// <param name="Mandatory">Layers below may not change or switch it off.</param>
public sealed record EntryRow(
    string Section,
    string Id,
    string Title,
    string Theme,
    string Layer,
    string LayerName,
    EntryState State,
    bool Mandatory,
    string? Owner,
    DateOnly? ReviewOn
);

/// <summary>One entry with its layers side by side: <c>GET /api/v1/blueprint/entries/{section}/{id}</c>; 404 when no layer of the caller has it.</summary>
/// <param name="Explanation">One Dutch sentence that says why it stands as it does here.</param>
/// <param name="Layers">Every layer of the municipality, national first, whether it wrote something here or not.</param>
/// <param name="Fields">What holds now, per field, with its origin.</param>
/// <param name="Drift">Null when the own form does not differ from what lies above.</param>
/// <param name="History">Releases that touched it, newest first.</param>
public sealed record BlueprintEntry(
    EntryRow Entry,
    string Explanation,
    IReadOnlyList<EntryLayer> Layers,
    IReadOnlyList<EntryField> Fields,
    EntryDrift? Drift,
    IReadOnlyList<EntryRelease> History
);

/// <summary>What one layer says of an entry.</summary>
/// <param name="Name">The layer within a Dutch sentence.</param>
/// <param name="Mode">add, adjust or off; null when this layer says nothing of it.</param>
/// <param name="Text">Its YAML as written, comments and all; null when this layer says nothing of it.</param>
/// <param name="Release">The release of this layer whose form holds here; null when it says nothing of it.</param>
/// <param name="Newest">The newest release of this layer; higher than <paramref name="Release"/> when a newer form waits.</param>
/// <param name="NewestText">The newest form when it differs from <paramref name="Text"/>, else null.</param>
/// <param name="Since">When the present form was published; null when this layer says nothing of it.</param>
/// <param name="SinceRelease">The release that brought the present form.</param>
/// <param name="By">Who published that.</param>
/// <param name="MayWrite">The caller may edit this layer.</param>
/// <param name="OriginName">Whom it was copied from, within a Dutch sentence; null when it was not.</param>
public sealed record EntryLayer(
    string Layer,
    string Name,
    string? Mode,
    string? Text,
    string? File,
    int? Line,
    string? Reason,
    string? Origin,
    int? Release,
    int? Newest,
    string? NewestText,
    DateTimeOffset? Since,
    int? SinceRelease,
    string? By,
    bool MayWrite,
    string? OriginName = null
);

/// <summary>One field that holds, as text, and the layer that set it.</summary>
public sealed record EntryField(string Name, string Value, string Layer, string LayerName);

/// <summary>How the own form differs from what lies above.</summary>
/// <param name="Reason">Why, as the municipality wrote it.</param>
/// <param name="Since">When the own form was published; null when there is no release of it.</param>
/// <param name="Differences">Per field, the words that differ.</param>
/// <param name="Upstream">What changed above since then, one Dutch sentence each; empty when nothing did.</param>
public sealed record EntryDrift(
    string? Reason,
    DateTimeOffset? Since,
    IReadOnlyList<FieldDifference> Differences,
    IReadOnlyList<string> Upstream
);

/// <summary>A field that differs.</summary>
/// <param name="Before">The form above; null when it has none.</param>
/// <param name="After">The own form; null when it has none.</param>
/// <param name="Words">Both in one, word by word.</param>
public sealed record FieldDifference(string Field, string? Before, string? After, IReadOnlyList<WordPiece> Words);

/// <summary>A run of words.</summary>
public sealed record WordPiece(WordChange Change, string Text);

/// <summary>What became of a run of words.</summary>
public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A release that touched an entry.</summary>
/// <param name="What">One Dutch sentence on what it did to this entry.</param>
public sealed record EntryRelease(string Layer, string LayerName, int Number, DateTimeOffset At, string By, string Notes, string What);

/// <summary>
/// What would happen with a text: <c>POST /api/v1/blueprint/previews</c>. Nothing of it is stored or logged.
/// </summary>
/// <param name="Text">As a resident would write it; 10,000 characters at most.</param>
/// <param name="Channel">whatsapp, facebook, instagram, messenger, mastodon, bluesky, x or chat.</param>
/// <param name="Visibility">private or public; the channel's own when null.</param>
/// <param name="At">The moment it comes in; now when null.</param>
/// <param name="Of">Which blueprint to try; what is in force when null.</param>
public sealed record NewPreview(string Text, string Channel, string? Visibility = null, DateTimeOffset? At = null, PreviewOf? Of = null);

/// <summary>A candidate: the caller's draft of a layer, or a release of it. The other layers stay as they are in force.</summary>
/// <param name="Layer"><c>nl</c>, a region id or the own CBS code.</param>
/// <param name="Release">A release number; the caller's draft when null.</param>
public sealed record PreviewOf(string Layer, int? Release = null);

/// <summary>What would happen, and what happens now.</summary>
/// <param name="Candidate">By the candidate; null when none was named.</param>
/// <param name="Differences">One Dutch sentence per thing that differs; empty when nothing does or no candidate was named.</param>
public sealed record Preview(PreviewDecision InForce, PreviewDecision? Candidate, IReadOnlyList<string> Differences);

/// <summary>One decision in words.</summary>
/// <param name="Fields">Name in Dutch and value in Dutch, in a fixed order: onderwerp, bedoeling, prioriteit, …</param>
/// <param name="Trace">One Dutch sentence per rule that applied.</param>
/// <param name="Answer">The suggested answer as the resident would read it, with greeting and signature; null when none is suggested.</param>
/// <param name="Releases">The release of each layer it was made with; a draft has no number and is left out.</param>
public sealed record PreviewDecision(
    IReadOnlyList<PreviewField> Fields,
    IReadOnlyList<string> Trace,
    PreviewAnswer? Answer,
    IReadOnlyDictionary<string, int> Releases
);

/// <summary>One outcome: <c>prioriteit</c>, <c>spoed</c>.</summary>
public sealed record PreviewField(string Name, string Value);

/// <summary>A suggested answer in the municipality's own voice.</summary>
/// <param name="Missing">Slots without a value; they stand in the text as <c>[slot]</c>.</param>
public sealed record PreviewAnswer(string Id, string Title, string Text, IReadOnlyList<string> Missing);
