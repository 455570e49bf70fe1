using WebcareHub.Contracts;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Together;

/// <summary>Whether what was approved may still be said in a municipality: a crisis ends, and a core message is withdrawn, while answers wait.</summary>
internal static class StillHolds
{
    /// <summary>Why not, in Dutch; null when it may.</summary>
    /// <param name="tenant">Of the recipient.</param>
    /// <param name="inForce">What this tenant goes by now.</param>
    /// <param name="said">The core message as this tenant says it now; null when it does not.</param>
    public static string? WhyNot(Approved answer, string tenant, InForce inForce, CoreAnswer? said, DateTimeOffset now)
    {
        if (answer.Crisis is { } crisis && inForce.Crises.All(each => each.Id != crisis))
            return "De crisis is voorbij.";
        if (answer.Content.CoreTexts?.GetValueOrDefault(Exercise.Real(tenant)) is not { } approved)
            return null;
        return said is null ? Voiced.NotReleased
            : said.Id.Version > approved.Version ? (said with { IsOutdated = true }).Refused(now)?.Sentence
            : said.Refused(now)?.Sentence;
    }

    /// <summary>The core messages that these answers tell, with who they are for.</summary>
    public static IEnumerable<(string Tenant, Guid Message)> Told(IEnumerable<(Approved Answer, string Tenant)> recipients) =>
        recipients
            .Where(each => each.Answer.Content is { CoreTexts: not null, CoreMessageId: not null })
            .Select(each => (each.Tenant, each.Answer.Content.CoreMessageId!.Value))
            .Distinct();
}
