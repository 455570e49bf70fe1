using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Learning;

namespace WebcareHub.Monitoring.Effects;

/// <summary>What was measured, in one or two sentences that name no cause. Pure.</summary>
internal static class EffectInWords
{
    internal static string Of(
        (int Number, string Place) release,
        int weeks,
        IReadOnlyList<TopicName> topics,
        (int? Before, int? After) asked,
        bool telling
    ) =>
        topics.Count == 0 ? $"Versie {release.Number} gaat over geen enkel onderwerp. Er is niets te vergelijken."
        : weeks == 0 ? $"Versie {release.Number} geldt nog geen hele week. Er is nog niets te vergelijken."
        : asked is not { Before: { } before, After: { } after } ? "Er zijn te weinig vragen of gemeenten om iets te zeggen."
        : $"Gemeten in {release.Place}. In de {Weeks(weeks)} na versie {release.Number}: {Sentences.Questions(after)} over {About(topics)}. In de {Weeks(weeks)} ervoor: "
            + $"{Sentences.Questions(before)}. "
            + (telling ? "Er kunnen ook andere oorzaken zijn." : "Dat is te weinig om iets te zeggen.");

    private static string Weeks(int weeks) => weeks == 1 ? "week" : $"{weeks} weken";

    private static string About(IReadOnlyList<TopicName> topics) =>
        topics.Count switch
        {
            1 => $"'{topics[0].Title}'",
            2 => $"'{topics[0].Title}' en '{topics[1].Title}'",
            _ => $"{topics.Count} onderwerpen",
        };
}
