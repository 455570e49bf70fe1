using System.Net;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.Social.X.Sending;

/// <summary>What is called: the same refusal means something else for a post than for a direct message.</summary>
internal enum Call
{
    Post,
    Direct,
    Hide,
    File,
}

/// <summary>X's refusals: what to do, and the sentence a colleague reads. X explains in English; that is never shown.</summary>
internal static class Failures
{
    /// <summary>The code of a refused access, which a fresh token may mend.</summary>
    public const string Unauthorized = "401";

    private const string BrokeOff = "De verbinding met X viel weg. Het is niet zeker of de inwoner dit bericht heeft.";
    private const string Access = "X weigert de toegang van dit account. De beheerder moet het opnieuw koppelen.";
    private const string Throttled = "X neemt nu even geen berichten van dit account aan. Het bericht is niet verstuurd.";
    private const string UsedUp = "Het tegoed van dit account bij X is op. De beheerder moet dit herstellen.";
    private const string Closed =
        "Deze inwoner ontvangt geen privéberichten van de gemeente. Vraag de inwoner in het openbaar om zelf een bericht te sturen.";
    private const string Gone =
        "Het bericht van de inwoner is er niet meer, of de gemeente mag er niet op reageren. Het antwoord is niet geplaatst.";
    private const string Bug = "X begrijpt dit bericht niet. Meld dit aan de beheerder.";
    private const string BadFile = "X neemt dit bestand niet aan. Er is niets verstuurd.";

    private const string Twice =
        "X heeft van dit account al een bericht met dezelfde tekst. Was het antwoord onzeker, dan staat het er dus al. Anders: verander de tekst en stuur opnieuw.";

    /// <summary>An answer of X that is no success.</summary>
    /// <param name="wait">How long X asks to wait, after 429.</param>
    public static SendResult From(HttpStatusCode status, ReadOnlyMemory<byte> body, Call call, TimeSpan? wait = null)
    {
        var (type, detail) = Problem(body);
        bool Says(string words) => detail.Contains(words, StringComparison.OrdinalIgnoreCase);
        return (int)status switch
        {
            401 => new SendResult.Final(Access, Unauthorized, AfterRepair: true),
            402 => new SendResult.Final(UsedUp, "402", AfterRepair: true),
            429 when type.EndsWith("usage-capped", StringComparison.Ordinal) => new SendResult.Final(UsedUp, "429", AfterRepair: true),
            429 => new SendResult.Retryable(Throttled, "429", wait),
            403 when Says("duplicate") => new SendResult.Final(Twice, "duplicate"),
            403 when IsAccess(type) || Says("suspended") || Says("locked") => new SendResult.Final(Access, "403", AfterRepair: true),
            403 or 404 => Refused(call, (int)status),
            400 or 413 or 415 or 422 => new SendResult.Final(call == Call.File ? BadFile : Bug, $"{(int)status}"),
            >= 500 or 408 when call == Call.File => new SendResult.Retryable(
                "X heeft een storing. Er is niets verstuurd.",
                $"{(int)status}"
            ),
            >= 500 or 408 => new SendResult.Unknown(BrokeOff, $"http-{(int)status}"),
            _ => Unexplained($"{(int)status}"),
        };
    }

    /// <summary>It was taken, but what came back does not say as what.</summary>
    public static SendResult WithoutId() => new SendResult.Unknown(BrokeOff, "no-id");

    /// <summary>Asked for too much, or too soon.</summary>
    public static SendResult Wait(TimeSpan wait) => new SendResult.Retryable(Throttled, "429", wait);

    public static SendResult Unexplained(string? code) => new SendResult.Final("X weigerde het bericht.", code ?? "none");

    private static SendResult.Final Refused(Call call, int status) =>
        call switch
        {
            Call.Direct => new(Closed, $"{status}"),
            Call.Hide => new("X laat de gemeente dit bericht niet verbergen of tonen.", $"{status}"),
            Call.File => new(BadFile, $"{status}"),
            _ => new(Gone, $"{status}"),
        };

    // The app or its user is not allowed this call at all.
    private static bool IsAccess(string type) =>
        type.EndsWith("client-forbidden", StringComparison.Ordinal)
        || type.EndsWith("unsupported-authentication", StringComparison.Ordinal)
        || type.EndsWith("oauth1-permissions", StringComparison.Ordinal);

    private static (string Type, string Detail) Problem(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var first = root.Get("errors").Each().FirstOrDefault();
            var detail = string.Join(' ', root.Text("detail"), root.Text("title"), first.Text("detail"), first.Text("message"));
            return (root.Text("type") ?? first.Text("type") ?? "", detail);
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }
}
