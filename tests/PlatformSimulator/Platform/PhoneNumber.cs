namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>A number at the platform.</summary>
/// <param name="Id">phone_number_id.</param>
/// <param name="Token">Bearer token that may use it.</param>
internal sealed record PhoneNumber(string Id, string DisplayNumber, string Municipality, string Name, string Token)
{
    private long second;
    private int sentThisSecond;

    /// <summary>Id of the business account, as webhooks name it.</summary>
    public string BusinessAccount => "9" + Id;

    /// <summary>False when this number has sent more than <paramref name="limit"/> messages in the running second.</summary>
    public bool WithinRate(DateTimeOffset now, int limit)
    {
        lock (Id)
        {
            var current = now.ToUnixTimeSeconds();
            (second, sentThisSecond) = current == second ? (second, sentThisSecond + 1) : (current, 1);
            return sentThisSecond <= limit;
        }
    }
}
