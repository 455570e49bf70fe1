namespace WebcareHub.Contracts.Api;

/// <summary>How the caller's municipality takes part: <c>GET /api/v1/memberships</c>.</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Name">From its own layer, else from the register.</param>
/// <param name="Registered">It is in the register of municipalities.</param>
/// <param name="Release">The newest release of its own layer; null when it has none yet and simply follows everything.</param>
/// <param name="Layers">The layers above it, national first, with the release of each in force.</param>
/// <param name="MayJoin">The caller may make its layer.</param>
/// <param name="Suggested">What the joining form starts with.</param>
public sealed record Membership(
    string Municipality,
    string Name,
    bool Registered,
    int? Release,
    IReadOnlyList<MembershipLayer> Layers,
    bool MayJoin,
    NewMembership Suggested
);

/// <summary>A layer above a municipality.</summary>
public sealed record MembershipLayer(string Layer, string Name, int Release);

/// <summary>
/// Join: <c>POST /api/v1/memberships</c>, by an admin, of the own municipality. Makes its layer from nothing; answers the <see cref="Release"/>.
/// </summary>
/// <param name="Salutation">u or je.</param>
/// <param name="Phone">As residents dial it; null leaves it out.</param>
/// <param name="Website">Without scheme: <c>www.harlingen.nl</c>; null leaves it out.</param>
/// <param name="Hours">monday … sunday to blocks such as <c>09:00-12:30</c>; null takes the hours from above.</param>
/// <param name="Follow">True: everything from above comes in by itself. False: today's releases hold until something is chosen.</param>
/// <param name="Share">Own messages may count in back-tests of others' proposals.</param>
/// <param name="Name">As in "gemeente Zwolle"; the register's name when null.</param>
/// <param name="Signature">The last line of an answer; a plain one when null.</param>
public sealed record NewMembership(
    string Salutation,
    string? Phone = null,
    string? Website = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Hours = null,
    bool Follow = true,
    bool Share = false,
    string? Name = null,
    string? Signature = null
);

/// <summary>The one-page plan of a municipality: <c>GET /api/v1/plans/{municipality}</c>; 404 for another municipality than the caller's.</summary>
/// <param name="Releases">The release of each layer in force.</param>
/// <param name="Hours">One Dutch line per group of days: <c>maandag tot en met vrijdag 9.00 tot 17.00 uur</c>.</param>
/// <param name="Reviews">Entries whose review date comes first, at most ten.</param>
public sealed record Plan(
    string Municipality,
    string Name,
    DateOnly On,
    IReadOnlyList<MembershipLayer> Releases,
    IReadOnlyList<PlanGoal> Goals,
    IReadOnlyList<PlanTheme> Themes,
    IReadOnlyList<string> Hours,
    IReadOnlyList<PlanLevel> ServiceLevels,
    IReadOnlyList<PlanReview> Reviews
);

/// <summary>A goal the municipality wrote in its layer, under <c>goals</c>.</summary>
/// <param name="Measure">How one sees that it is reached; null when not written.</param>
public sealed record PlanGoal(string Id, string Title, string Theme, string Text, string? Measure, string? Owner, DateOnly? By);

/// <summary>What holds by theme.</summary>
/// <param name="InForce">How many entries hold.</param>
/// <param name="Adopted">Chosen from above.</param>
/// <param name="Deviating">Adjusted, switched off or written here, with the reason.</param>
/// <param name="Deferred">Put off, with the reason.</param>
/// <param name="Offered">How many wait for a choice.</param>
public sealed record PlanTheme(
    string Theme,
    int InForce,
    IReadOnlyList<PlanEntry> Adopted,
    IReadOnlyList<PlanEntry> Deviating,
    IReadOnlyList<PlanEntry> Deferred,
    int Offered
);

/// <summary>One entry in a plan.</summary>
public sealed record PlanEntry(string Section, string Id, string Title, EntryState State, string? Reason);

/// <summary>A promise on time: <c>Dezelfde ochtend een eerste antwoord</c>, <c>binnen 3 uur</c>.</summary>
public sealed record PlanLevel(string Id, string Title, string FirstResponse);

/// <summary>What is looked at again, and when.</summary>
public sealed record PlanReview(string Section, string Id, string Title, string? Owner, DateOnly On);
