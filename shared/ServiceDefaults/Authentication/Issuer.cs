namespace WebcareHub.ServiceDefaults.Authentication;

/// <summary>An identity provider, and the municipalities it may speak for.</summary>
/// <param name="Authority">Its issuer, exactly as tokens name it; discovery stands below it.</param>
/// <param name="Audience">What its tokens for us name as audience.</param>
/// <param name="Municipalities">CBS codes; <c>*</c> for all, which only Development's own signer has.</param>
internal sealed record Issuer(string Authority, string Audience, IReadOnlyList<string> Municipalities)
{
    internal bool SpeaksFor(string? municipality) =>
        municipality is not null && (Municipalities.Contains(municipality) || Municipalities.Contains("*"));
}
