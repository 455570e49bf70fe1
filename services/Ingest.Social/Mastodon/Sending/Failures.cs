using System.Globalization;
using System.Net;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>What a server's refusal means, and the sentence a colleague reads. Its own words are in any language and are not looked at.</summary>
internal static class Failures
{
    public const string NoAccount = "Dit Mastodon-account heeft geen toegang. De beheerder moet de koppeling herstellen.";
    public const string NoPlace = "Bij dit gesprek is niet bekend op welk bericht u antwoordt. Antwoord op Mastodon zelf.";
    public const string NoHiding = "Op Mastodon kan de gemeente een bericht van een ander niet verbergen. Meld het op Mastodon zelf.";
    public const string FileGone = "Het bestand is er niet meer.";
    public const string FileRefused =
        "Deze Mastodon-server neemt dit soort bestand niet aan. Stuur een afbeelding, of een link naar het bestand.";
    public const string FileNotSent = "Mastodon kon het bestand niet verwerken. Het bericht is niet verstuurd.";
    private const string Busy = "De Mastodon-server vraagt om rust. Het bericht is nog niet verstuurd.";

    /// <summary>A refusal is final unless waiting helps; what a server in trouble did with the post is not known.</summary>
    public static SendResult From(HttpStatusCode status, TimeSpan wait)
    {
        var code = "http-" + ((int)status).ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            HttpStatusCode.Unauthorized => new SendResult.Final(
                "Mastodon weigert de toegang van deze gemeente. De beheerder moet een nieuwe toegangscode invullen.",
                code,
                AfterRepair: true
            ),
            HttpStatusCode.Forbidden => new SendResult.Final(
                "Dit account mag op Mastodon niet antwoorden. De beheerder moet de toegangscode of het account nakijken.",
                code,
                AfterRepair: true
            ),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SendResult.Final(
                "Het bericht van de inwoner is niet meer op Mastodon. Het antwoord is niet verstuurd.",
                code
            ),
            HttpStatusCode.TooManyRequests => new SendResult.Retryable(Busy, code, wait > TimeSpan.Zero ? wait : null),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.Unknown("", code),
            HttpStatusCode.RequestEntityTooLarge => new SendResult.Final(FileRefused, code),
            _ => new SendResult.Final("De Mastodon-server neemt dit bericht zo niet aan. Maak het korter of laat het bestand weg.", code),
        };
    }

    /// <summary>The server itself is in trouble: others will meet the same.</summary>
    public static bool IsTrouble(SendResult result) => result is SendResult.Retryable { Code: "connect" };
}
