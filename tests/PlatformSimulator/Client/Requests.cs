using System.Text.Json.Serialization;

namespace WebcareHub.PlatformSimulator.Client;

/// <summary>What goes wrong with a send.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailureKind>))]
public enum FailureKind
{
    /// <summary>HTTP 500, nothing accepted.</summary>
    ServerError,

    /// <summary>The line stays silent and drops; nothing accepted.</summary>
    TimeoutBeforeAccept,

    /// <summary>The message is accepted and delivered, but the caller never hears so.</summary>
    TimeoutAfterAccept,

    /// <summary>HTTP 429.</summary>
    TooManyRequests,

    /// <summary>HTTP 400 with <see cref="Failure.Code"/>.</summary>
    Error,

    /// <summary>Accepted after <see cref="Failure.Milliseconds"/>.</summary>
    Slow,

    /// <summary>Accepted; a failed status with <see cref="Failure.Code"/> follows.</summary>
    FailedStatus,

    /// <summary>The next look-up of a file answers 500.</summary>
    Media,
}

/// <summary>Let the next <paramref name="Count"/> sends fail.</summary>
/// <param name="Number">Only for this phone_number_id.</param>
/// <param name="Resident">Only to this resident.</param>
/// <param name="Milliseconds">How long the line stays silent or the answer takes.</param>
public sealed record Failure(
    FailureKind Kind,
    int Count = 1,
    int? Code = null,
    int? Milliseconds = null,
    string? Number = null,
    string? Resident = null
);

/// <summary>A resident writes. Only what the kind needs has to be given.</summary>
/// <param name="Number">phone_number_id of the municipality.</param>
/// <param name="Resident">Phone number in digits; null for someone who shows only a user id.</param>
/// <param name="Kind">text, image, document, audio, video, sticker, location, contacts, button, list, reaction, edit, revoke, unsupported or number-change.</param>
/// <param name="Text">Text, caption, choice, emoji, or the new number.</param>
/// <param name="UserId">Business-scoped user id.</param>
/// <param name="About">Id of the message that is quoted, edited, taken back or reacted to.</param>
/// <param name="MessageId">Chosen by the caller, so that sending again repeats it; otherwise new.</param>
/// <param name="At">Platform's time; now when absent.</param>
/// <param name="Content">Bytes of a file.</param>
public sealed record ResidentMessage(
    string Number,
    string? Resident,
    string Kind = "text",
    string? Text = null,
    string? Name = null,
    string? UserId = null,
    string? About = null,
    string? MessageId = null,
    DateTimeOffset? At = null,
    double? Latitude = null,
    double? Longitude = null,
    byte[]? Content = null,
    string? ContentType = null,
    string? FileName = null
);

/// <summary>Residents write, and how their webhooks travel.</summary>
/// <param name="Messages">In the order in which they are posted.</param>
/// <param name="Copies">How often each webhook is posted.</param>
/// <param name="AtOnce">Post everything at the same moment and wait for the answers, instead of by the workers.</param>
/// <param name="PerPost">Messages to one number that share one webhook.</param>
/// <param name="Shuffle">Post in a random order.</param>
/// <param name="DelayMilliseconds">Post this much later.</param>
public sealed record WriteMessages(
    IReadOnlyList<ResidentMessage> Messages,
    int Copies = 1,
    bool AtOnce = false,
    int PerPost = 1,
    bool Shuffle = false,
    int DelayMilliseconds = 0
);

/// <summary>How webhooks behave from now on. What is null stays as it is.</summary>
/// <param name="Twice">Post every webhook twice.</param>
/// <param name="OutOfOrder">Statuses in a random order, and every webhook a little late by chance.</param>
/// <param name="StatusDelayMilliseconds">Between accepting and each next status.</param>
/// <param name="Silent">Send no statuses at all.</param>
/// <param name="Unread">Residents do not open what they get.</param>
/// <param name="Hub">Post to this address from now on.</param>
/// <param name="ClockOffsetSeconds">Move the platform's clock.</param>
/// <param name="MetaHub">Post what happens at pages and Instagram accounts to this address from now on.</param>
public sealed record Behaviour(
    bool? Twice = null,
    bool? OutOfOrder = null,
    int? StatusDelayMilliseconds = null,
    bool? Silent = null,
    bool? Unread = null,
    string? Hub = null,
    long? ClockOffsetSeconds = null,
    string? MetaHub = null
);

/// <summary>A number of a municipality.</summary>
public sealed record NewNumber(string Id, string DisplayNumber, string Municipality, string Name, string Token = "demo-token");

/// <summary>An approved template; <c>{{1}}</c>, <c>{{2}}</c>… are its parameters.</summary>
public sealed record NewTemplate(string Name, string Language, string Body);
