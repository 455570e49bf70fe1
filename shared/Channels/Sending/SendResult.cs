namespace WebcareHub.Channels.Sending;

/// <summary>What came of one call to a platform. Nothing in between: it has it, it surely has not, or nobody knows.</summary>
public abstract record SendResult
{
    /// <summary>The platform has it and gave its id.</summary>
    /// <param name="Recipient">By which ids the platform knows whom it went to, when it told another than it was given.</param>
    public sealed record Sent(string PlatformId, Contracts.Bus.PlatformPerson? Recipient = null) : SendResult;

    /// <summary>The platform surely has not taken it; the same again, later, can help.</summary>
    /// <param name="Reason">The sentence the colleague reads when trying has not helped, Dutch.</param>
    /// <param name="Code">The platform's code or a short name; no content.</param>
    /// <param name="After">Not before this long; null leaves it to the host.</param>
    public sealed record Retryable(string Reason, string Code, TimeSpan? After = null) : SendResult;

    /// <summary>Nothing was called: this resident has had as much as the platform allows for now.</summary>
    public sealed record Postponed(TimeSpan After) : SendResult;

    /// <summary>The platform refused, or we did; the same again, by itself, cannot help.</summary>
    /// <param name="AfterRepair">Whether a colleague can send it again once something was put right (an access, an account).</param>
    public sealed record Final(string Reason, string Code, bool AfterRepair = false) : SendResult;

    /// <summary>The call broke off after the request had left: never repeated by itself.</summary>
    public sealed record Unknown(string Reason, string Code) : SendResult;
}
