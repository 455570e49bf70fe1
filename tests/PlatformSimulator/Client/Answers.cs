namespace WebcareHub.PlatformSimulator.Client;

/// <summary>Ids of what residents wrote, in the order given.</summary>
/// <param name="Answers">HTTP status of each post, only when posted at once; 0 when nobody answered.</param>
public sealed record Written(IReadOnlyList<string> MessageIds, IReadOnlyList<long> WebhookIds, IReadOnlyList<int> Answers);

/// <summary>A message that a municipality sent and the platform accepted.</summary>
/// <param name="State">accepted, sent, delivered, read or failed.</param>
/// <param name="Callback">biz_opaque_callback_data as sent.</param>
public sealed record ReceivedMessage(
    string Id,
    string Number,
    string Resident,
    string Type,
    string? Text,
    string? Template,
    string? QuotedId,
    string? MediaId,
    string? Callback,
    string State,
    DateTimeOffset At
);

/// <summary>A text that one resident got more than once from one number.</summary>
public sealed record RepeatedMessage(string Number, string Resident, string Text, int Times);

/// <summary>Totals.</summary>
/// <param name="MessagesReceived">Accepted sends of municipalities.</param>
/// <param name="SendsRefused">Refused sends.</param>
/// <param name="ResidentsAnswered">Different residents that got something.</param>
/// <param name="RepeatedTexts">Accepted sends whose text that resident already had.</param>
/// <param name="RepeatedCallbacks">Accepted sends with callback data that number already used.</param>
/// <param name="WebhooksWaiting">Posted or to be posted, not yet answered with 200.</param>
/// <param name="WebhooksDone">Answered with 200.</param>
/// <param name="WebhookAttempts">Posts tried, redeliveries included.</param>
/// <param name="MessagesWritten">Messages of residents.</param>
public sealed record Counts(
    int MessagesReceived,
    int SendsRefused,
    int ResidentsAnswered,
    int RepeatedTexts,
    int RepeatedCallbacks,
    int WebhooksWaiting,
    int WebhooksDone,
    int WebhookAttempts,
    int MessagesWritten
);

/// <summary>A webhook and how it was answered: HTTP statuses in order, 0 when nobody answered.</summary>
/// <param name="Kind">message, status or raw.</param>
/// <param name="DeliveryId">Delivery-Id header of the last 200.</param>
public sealed record WebhookSeen(
    long Id,
    string Kind,
    string Number,
    IReadOnlyList<string> MessageIds,
    IReadOnlyList<int> Answers,
    bool Done,
    string? DeliveryId
);

/// <summary>A chat as the page shows it.</summary>
public sealed record ChatView(
    string Number,
    string Municipality,
    string MunicipalityName,
    string Resident,
    string? Name,
    DateTimeOffset? WindowUntil,
    bool WindowOpen,
    IReadOnlyList<ChatLineView> Lines
);

/// <summary>A line of a chat.</summary>
/// <param name="FileId">File to show, from <c>/simulator/files/{id}</c>.</param>
public sealed record ChatLineView(
    string Id,
    bool FromResident,
    string Type,
    string? Text,
    DateTimeOffset At,
    string? State,
    string? FileId,
    string? FileType,
    bool Gone,
    bool Edited,
    string? QuotedText
);

/// <summary>A number and the residents the demo offers with it.</summary>
public sealed record NumberView(string Id, string DisplayNumber, string Municipality, string Name, IReadOnlyList<ResidentView> Residents);

/// <summary>A resident.</summary>
public sealed record ResidentView(string Resident, string Name);
