using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Thread;

/// <summary>What a decision read about a message, in Dutch. What is new and unknown here stays as the rules wrote it.</summary>
internal static class FactWords
{
    public static IReadOnlyList<TracedFact> Of(IReadOnlyDictionary<string, string> facts, EffectiveBlueprint blueprint) =>
        [.. facts.Select(fact => new TracedFact(Name(fact.Key), Value(fact.Key, fact.Value, blueprint)))];

    private static string Name(string fact) =>
        fact switch
        {
            "channel" => "Kanaal",
            "visibility" => "Wie het kan lezen",
            "kind" => "Soort bericht",
            "author" => "Wie het schreef",
            "hours" => "Openingstijd",
            "firstContact" => "Eerste contact",
            "attachments" => "Bijlagen",
            "acknowledged" => "Ontvangst al bevestigd",
            "windowOpen" => "Vrij antwoord kan nog",
            "language" => "Taal",
            "topic" => "Onderwerp van de open vraag",
            "holiday" => "Feestdag",
            "detects" => "Gevonden in de tekst",
            "scenario" => "Crisisscenario",
            "followers" => "Volgers",
            "campaign" => "Campagne",
            _ => fact,
        };

    private static string Value(string fact, string value, EffectiveBlueprint blueprint) =>
        fact switch
        {
            "channel" => Channel.NameOf(value),
            "topic" => blueprint.Topic(value)?.Title ?? value,
            "detects" => string.Join(", ", value.Split(", ").Select(Detected)),
            _ => Word(value),
        };

    private static string Word(string value) =>
        value switch
        {
            "true" => "ja",
            "false" => "nee",
            "open" => "open",
            "closed" => "gesloten",
            "public" => "iedereen",
            "private" => "alleen de inwoner en de gemeente",
            "text" => "tekst",
            "media" => "foto, video of geluid",
            "location" => "locatie",
            "contacts" => "contactgegevens",
            "choice" => "gekozen antwoord",
            "notice" => "melding van het platform",
            "unsupported" => "soort die we niet kunnen tonen",
            _ => Author(value),
        };

    private static string Author(string value) =>
        value switch
        {
            "resident" => "inwoner",
            "press" => "pers",
            "politician" => "politicus",
            "partner" => "partner",
            "entrepreneur" => "ondernemer",
            "unknown" => "onbekend",
            _ => value,
        };

    private static string Detected(string kind) =>
        kind switch
        {
            "bsn" => "burgerservicenummer",
            "iban" => "rekeningnummer",
            "phone" => "telefoonnummer",
            "email" => "e-mailadres",
            "postcode" => "postcode",
            "licence-plate" => "kenteken",
            "threat" => "dreigende woorden",
            _ => kind,
        };
}
