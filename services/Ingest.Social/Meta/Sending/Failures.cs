using System.Globalization;
using System.Net;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.Meta.Sending;

/// <summary>Meta's error codes: what to do, and the sentence a colleague reads.</summary>
internal static class Failures
{
    private const string Temporary = "temporary";

    public static SendResult From(GraphError error, Surface surface) =>
        ByPlace(error, surface.Name, Name(error))
        ?? (IsWindow(error) ? WindowOver(surface, Name(error)) : ByRange(error.Code, surface.Name, Name(error)));

    /// <summary>What an HTTP status says when the body says nothing.</summary>
    public static SendResult From(HttpStatusCode status, Surface surface) =>
        status switch
        {
            HttpStatusCode.TooManyRequests => From(new GraphError(613, null, null), surface),
            HttpStatusCode.Unauthorized => From(new GraphError(190, null, null), surface),
            HttpStatusCode.Forbidden => From(new GraphError(200, null, null), surface),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new SendResult.Unknown(
                $"De verbinding met {surface.Name} viel weg. Het is niet zeker of de inwoner dit bericht heeft.",
                $"http-{(int)status}"
            ),
            _ => new SendResult.Final($"{surface.Name} weigerde het bericht.", $"http-{(int)status}"),
        };

    /// <summary>The last message of the resident is too long ago, even for a colleague.</summary>
    public static SendResult WindowOver(Surface surface, string code) =>
        new SendResult.Final(
            $"De inwoner schreef te lang geleden. {surface.Name} staat pas weer een antwoord toe als de inwoner opnieuw schrijft.",
            code
        );

    /// <summary>The platform itself is in trouble: others will meet the same, so that waiting spares it and them.</summary>
    public static bool IsTrouble(SendResult result) =>
        result is SendResult.Retryable { Code: var code } && code.StartsWith(Temporary, StringComparison.Ordinal);

    // About this resident, this comment or this moment.
    private static SendResult? ByPlace(GraphError error, string platform, string name) =>
        error switch
        {
            { Code: 1, Subcode: 1357046 } => new SendResult.Unknown(
                $"{platform} gaf een onleesbaar antwoord. Het is niet zeker of de inwoner dit bericht heeft.",
                name
            ),
            { Code: 551 } or { Code: 100, Subcode: 2018001 } => new SendResult.Final(
                $"Deze inwoner kan nu geen berichten ontvangen op {platform}, bijvoorbeeld omdat het account weg is of u blokkeert.",
                name
            ),
            { Code: 10900 } => new SendResult.Final(
                "Op deze reactie is al een privébericht gestuurd. De inwoner moet eerst daarop antwoorden.",
                name
            ),
            { Code: 10903 } => new SendResult.Final(
                "Op deze reactie kan geen privébericht worden gestuurd. Antwoord in het openbaar.",
                name
            ),
            { Code: 100, Subcode: 33 } => new SendResult.Final(
                $"Dit bericht bestaat niet meer op {platform}, of u mag het niet meer zien.",
                name
            ),
            { Code: 10 or 100, Subcode: 2018300 } => new SendResult.Final(
                "Een andere app van de gemeente behandelt dit gesprek nu. Neem het gesprek daar over.",
                name
            ),
            { Code: 506 } => new SendResult.Final($"{platform} weigert twee keer dezelfde tekst. Pas de tekst aan.", name),
            _ => null,
        };

    private static SendResult ByRange(int? code, string platform, string name) =>
        code switch
        {
            4 or 17 or 32 or 613 or 80001 or 80002 or 80006 => new SendResult.Retryable(
                $"{platform} neemt nu te veel berichten tegelijk niet aan. Het bericht is niet verstuurd.",
                name
            ),
            1 or 2 or 1200 => new SendResult.Retryable(
                $"{platform} heeft een storing. Het bericht is niet verstuurd.",
                $"{Temporary}-{name}"
            ),
            368 => new SendResult.Final(
                $"{platform} heeft dit account geblokkeerd voor berichten. De beheerder moet dit herstellen.",
                name,
                AfterRepair: true
            ),
            190 or 102 => new SendResult.Final(
                $"De toegang tot {platform} is verlopen. De beheerder moet de koppeling vernieuwen.",
                name,
                AfterRepair: true
            ),
            0 or 3 or 10 or >= 200 and <= 299 => new SendResult.Final(
                $"{platform} weigert de toegang van deze gemeente. De beheerder moet de koppeling herstellen.",
                name,
                AfterRepair: true
            ),
            100 or 33 => new SendResult.Final($"{platform} begrijpt dit bericht niet. Meld dit aan de beheerder.", name),
            _ => new SendResult.Final($"{platform} weigerde het bericht (code {name}).", name),
        };

    // The subcodes are not documented everywhere; the sentence is the older sign.
    private static bool IsWindow(GraphError error) =>
        error.Code == 10
        && (
            error.Subcode is 2018278 or 2018065 or 2534022
            || error.Subcode is null && error.Message?.Contains("outside of allowed window", StringComparison.OrdinalIgnoreCase) == true
        );

    private static string Name(GraphError error) => error.Code?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
