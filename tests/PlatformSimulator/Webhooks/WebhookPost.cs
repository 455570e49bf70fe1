namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>One webhook, from making it to its 200.</summary>
internal sealed class WebhookPost(long id, string kind, string number, IReadOnlyList<string> messageIds, byte[] body, Round round)
{
    private readonly List<int> answers = [];

    public long Id => id;

    public string Kind => kind;

    public string Number => number;

    /// <summary>Where it goes; null for the address for WhatsApp.</summary>
    public Uri? To { get; init; }

    /// <summary>Where it counts.</summary>
    public Round Round => round;

    public IReadOnlyList<string> MessageIds => messageIds;

    /// <summary>Statuses drop their body once delivered: a long load makes tens of thousands of them.</summary>
    public byte[] Body { get; private set; } = body;

    public bool Done { get; private set; }

    public string? DeliveryId { get; private set; }

    public int[] Answers
    {
        get
        {
            lock (answers)
                return [.. answers];
        }
    }

    /// <summary>Notes an answer; true when it is the first 200.</summary>
    public bool Note(int answer, string? deliveryId)
    {
        lock (answers)
        {
            answers.Add(answer);
            if (answer != 200)
                return false;
            DeliveryId = deliveryId;
            var first = !Done;
            Done = true;
            if (kind == "status")
                Body = [];
            return first;
        }
    }
}
