namespace WebcareHub.RulesOfEngagement;

/// <summary>What the rules may read about a message and its conversation. Values as the rules write them, lower-case English.</summary>
/// <param name="Text">Text as the resident wrote it; null or empty is allowed.</param>
/// <param name="Channel">whatsapp, facebook, …</param>
/// <param name="Visibility">private or public.</param>
/// <param name="Kind">text, media, location, contacts, choice, notice, unsupported.</param>
/// <param name="Author">resident, press, politician, partner, entrepreneur or unknown.</param>
/// <param name="Language">ISO 639-1, or null when not known.</param>
/// <param name="Topic">Topic the open question already has, or null.</param>
/// <param name="FirstContact">No earlier conversation of this resident with this municipality.</param>
/// <param name="Attachments">Number of files.</param>
/// <param name="Scenario">Active crisis scenario, or null.</param>
/// <param name="Followers">Reach of a public author, 0 when not known.</param>
/// <param name="Campaign">Campaign label of the account or post, or null.</param>
/// <param name="Acknowledged">An automatic acknowledgement went out for this question already.</param>
/// <param name="WindowOpen">The channel takes a free answer now.</param>
public sealed record MessageFacts(
    string? Text,
    string Channel,
    string Visibility = "private",
    string Kind = "text",
    string Author = "resident",
    string? Language = null,
    string? Topic = null,
    bool FirstContact = false,
    int Attachments = 0,
    string? Scenario = null,
    int Followers = 0,
    string? Campaign = null,
    bool Acknowledged = false,
    bool WindowOpen = true
);

/// <summary>What the blueprint says about one message. Every field that is set is explained by a step of <see cref="Trace"/>.</summary>
/// <param name="Due">When an answer is due by the service level and the opening hours (UTC); null when none is due.</param>
/// <param name="Acknowledge">Id of the answer to send automatically, or null.</param>
/// <param name="Facts">The facts derived while deciding (open, holiday, …), for the record.</param>
public sealed record Decision(
    string? Topic,
    string? Intent,
    string Priority,
    string Theme,
    string WorkList,
    string? Role,
    string Overflow,
    string ServiceLevel,
    DateTimeOffset? Due,
    IReadOnlyList<string> Suggest,
    string? Acknowledge,
    IReadOnlyList<string> Labels,
    bool AskPrivate,
    bool Hide,
    string? NoReply,
    string? ReferTo,
    bool ApprovalRequired,
    IReadOnlyList<string> Notify,
    IReadOnlyList<DecisionStep> Trace,
    IReadOnlyDictionary<string, string> Facts
);

/// <summary>One rule that matched: what it set, and what it lost to which earlier rule.</summary>
public sealed record DecisionStep(
    string Rule,
    string Layer,
    string Title,
    IReadOnlyDictionary<string, string> Set,
    IReadOnlyDictionary<string, string> Lost
);
