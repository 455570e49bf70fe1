using WebcareHub.Contracts.Bus;

namespace WebcareHub.Contracts.Api;

/// <summary>An accepted post and what became of it: <c>GET /api/v1/deliveries</c>, role admin.</summary>
public sealed record Delivery(
    Guid Id,
    string Channel,
    string App,
    string Account,
    DateTimeOffset AcceptedAt,
    IReadOnlyList<DeliveryItem> Items,
    bool BodyKept
);

/// <summary>A page of deliveries, newest first.</summary>
public sealed record DeliveryPage(IReadOnlyList<Delivery> Items, string? Next);

/// <summary>A message that failed by itself, alone, again: <c>GET /api/v1/dead-letters</c>, role admin. Its content is not shown.</summary>
public sealed record DeadLetter(Guid Id, string Queue, string Reason, DateTimeOffset FirstFailedAt, int Attempts, bool Replayed);

/// <summary>A page of dead letters.</summary>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, string? Next);

/// <summary>A channel account of a municipality: <c>/api/v1/accounts</c>.</summary>
/// <param name="Number">What residents see: the phone number or handle.</param>
/// <param name="Server">Where the account lives, for networks of many servers: an https address.</param>
/// <param name="Health">How it is doing; absent for one that never did anything.</param>
public sealed record ChannelAccount(
    string Channel,
    string App,
    string Id,
    string Municipality,
    string? Number,
    string? Server = null,
    AccountHealth? Health = null
);

/// <summary>How a channel account is doing. Times UTC.</summary>
/// <param name="Failure">What is wrong now, a sentence in Dutch; null when nothing is known to be.</param>
/// <param name="TokenUntil">When the platform's token ends, if it told.</param>
/// <param name="Withdrawn">Since when nothing is received or sent any more; its conversations stay readable.</param>
public sealed record AccountHealth(
    DateTimeOffset? LastReceivedAt,
    DateTimeOffset? LastSentAt,
    string? Failure,
    DateTimeOffset? FailedAt,
    DateTimeOffset? TokenUntil,
    DateTimeOffset? Withdrawn
);

/// <summary>Registers a channel account, or changes it: <c>POST /api/v1/accounts</c>, role admin.</summary>
/// <param name="AccessToken">The platform's token to send with; kept sealed and never shown. Null keeps the one there is.</param>
/// <param name="Server">As in <see cref="ChannelAccount"/>. Null keeps the one there is.</param>
public sealed record NewChannelAccount(
    string Channel,
    string App,
    string Id,
    string Municipality,
    string? Number,
    string? AccessToken,
    string? Server = null
);

/// <summary>Ends the use of a channel account: <c>POST /api/v1/accounts/withdrawals</c>, role admin. Adding it again brings it back.</summary>
public sealed record AccountWithdrawal(string Channel, string App, string Id, string Municipality);

/// <summary>All channel accounts the caller may see.</summary>
public sealed record ChannelAccounts(IReadOnlyList<ChannelAccount> Items);

/// <summary>One line of the verwerkingslog: who saw which conversation, when. <c>GET /api/v1/processing-log</c>.</summary>
/// <param name="AgentName">The colleague's name as it was then; absent for lines of before it was kept.</param>
public sealed record ProcessingLogLine(
    Guid ConversationId,
    string AgentId,
    string Activity,
    DateTimeOffset At,
    string? TraceId,
    string? AgentName = null
);

/// <summary>A page of the verwerkingslog, newest first.</summary>
public sealed record ProcessingLogPage(IReadOnlyList<ProcessingLogLine> Items, string? Next);

/// <summary>Messages per municipality, channel, topic and hour: the baseline for later comparisons.</summary>
public sealed record HourlyCount(string Channel, string? Topic, DateTimeOffset Hour, int Messages);

/// <summary>Hourly counts of a period.</summary>
public sealed record HourlyCounts(IReadOnlyList<HourlyCount> Items);

/// <summary>Forget this resident, with the ground of the request (AVG art. 17).</summary>
/// <param name="Reason">One of <see cref="ErasureReasons"/>. No words of one's own: the ground outlives the resident's data and must hold none.</param>
/// <param name="LinkedToo">Whether those whom colleagues linked to this resident go too; must be said when there are any.</param>
public sealed record EraseResident(string Reason, bool? LinkedToo = null);

/// <summary>The grounds on which a resident is forgotten.</summary>
public static class ErasureReasons
{
    /// <summary>The resident asked for it.</summary>
    public const string Request = "request";

    /// <summary>The resident objects to the use of their data.</summary>
    public const string Objection = "objection";

    /// <summary>There is no need, or no longer one, to keep the data.</summary>
    public const string NotNeeded = "not-needed";

    /// <summary>The data should not have been taken in: sent to the wrong municipality, or about somebody else.</summary>
    public const string Mistake = "mistake";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [Request, Objection, NotNeeded, Mistake];
}

/// <summary>What erasing did.</summary>
public sealed record ErasureReceipt(Guid ResidentId, DateTimeOffset At, int Conversations, int Files);

/// <summary>A file of a colleague is stored, to be sent with an answer (<see cref="NewReply.FileIds"/>): <c>POST /api/v1/files</c>.</summary>
public sealed record FileStored(Guid Id, string ContentType, long Length);
