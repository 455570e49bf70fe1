using WebcareHub.Channels.Sending;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Sessions;

namespace WebcareHub.Ingest.Social.Bluesky.Sending;

/// <summary>What a refusal means, and the sentence a colleague reads.</summary>
internal static class Failures
{
    private const string Temporary = "Bluesky heeft een storing. Het bericht is niet verstuurd.";
    private const string Throttled = "Bluesky neemt nu te veel berichten tegelijk niet aan. Het bericht is niet verstuurd.";
    private const string Access = "Bluesky weigert de toegang van deze gemeente. De beheerder moet de koppeling herstellen.";
    private const string NoChat =
        "Dit account mag geen privéberichten versturen. De beheerder moet een app-wachtwoord met dat recht invullen.";
    private const string ChatRefused =
        "Deze inwoner ontvangt geen privéberichten van de gemeente. Antwoord openbaar, of vraag de inwoner om zelf een privébericht te sturen.";

    public const string NoPlace = "Van deze vraag is niet bekend waar het antwoord hoort. Het is niet verstuurd.";
    public const string Gone = "De inwoner heeft dit bericht verwijderd of de gemeente geblokkeerd. Openbaar antwoorden kan niet meer.";
    public const string Hiding =
        "Bluesky laat de gemeente geen berichten van anderen verbergen. Meld het bericht bij Bluesky als het niet mag.";
    public const string NotTheSame =
        "Op de plaats van dit antwoord staat al iets anders op Bluesky. Kijk in de Bluesky-app wat daar staat.";

    public static SendResult From(XrpcAnswer answer, bool isChat = false)
    {
        var code = answer.Error is { Length: <= 60 } error ? error : $"http-{answer.Status}";
        return answer switch
        {
            { Trouble: { } trouble } => From(trouble),
            { Status: 0 } => new SendResult.Retryable("Bluesky is niet bereikbaar. Het bericht is niet verstuurd.", "connect"),
            { Status: 429 } => new SendResult.Retryable(Throttled, "rate", answer.After),
            { Error: "AccountTakedown" or "AccountDeactivated" or "AccountSuspended" } => new SendResult.Final(
                Access,
                code,
                AfterRepair: true
            ),
            { Error: "UpstreamFailure" or "UpstreamTimeout" or "InternalServerError" or "NotEnoughResources" } or { Status: >= 500 } =>
                new SendResult.Retryable(Temporary, code, answer.After),
            { IsStale: true } or { Status: 403 } => new SendResult.Final(isChat ? NoChat : Access, code, AfterRepair: true),
            { Status: 413 } or { Error: "BlobTooLarge" } => new SendResult.Final("Dit bestand is te groot voor Bluesky.", code),
            _ when isChat && MessageOf(answer).Contains("service auth", StringComparison.OrdinalIgnoreCase) => new SendResult.Final(
                NoChat,
                code,
                AfterRepair: true
            ),
            _ when isChat => new SendResult.Final(ChatRefused, code),
            _ => new SendResult.Final($"Bluesky weigerde het bericht ({code}). Meld dit aan de beheerder.", code),
        };
    }

    public static SendResult From(Trouble trouble) =>
        trouble.Repair
            ? new SendResult.Final(trouble.Sentence, trouble.Code, AfterRepair: true)
            : new SendResult.Retryable($"{trouble.Sentence} Het bericht is niet verstuurd.", trouble.Code, trouble.After);

    /// <summary>The network itself is in trouble: others will meet the same.</summary>
    public static bool IsTrouble(SendResult result) => result is SendResult.Retryable { Reason: Temporary };

    private static string MessageOf(XrpcAnswer answer) => Channels.Reading.Json.Text(answer.Body, "message") ?? "";
}
