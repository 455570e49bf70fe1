namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>The rows of <c>hub.issuers</c>, read again every half minute.</summary>
internal sealed class RegisteredIssuers
{
    internal IReadOnlyList<Issuer> All { get; } = [];
}
