using System.Globalization;
using WebcareHub.Channels.Sending;

namespace WebcareHub.Ingest.WhatsApp.Sending;

/// <summary>WhatsApp's error codes: what to do, and the sentence a colleague reads. Titles change and are not looked at.</summary>
internal static class Failures
{
    private const string Throttled = "WhatsApp neemt nu te veel berichten tegelijk niet aan. Het bericht is niet verstuurd.";
    private const string Temporary = "WhatsApp heeft een storing. Het bericht is niet verstuurd.";
    private const string Access = "WhatsApp weigert de toegang van deze gemeente. De beheerder moet de koppeling herstellen.";
    private const string Bug = "WhatsApp begrijpt dit bericht niet. Meld dit aan de beheerder.";
    private const string Template = "Dit sjabloon klopt niet of is niet goedgekeurd. Kies een ander sjabloon.";

    public static SendResult From(int? code)
    {
        var name = code?.ToString(CultureInfo.InvariantCulture) ?? "none";
        return code switch
        {
            131047 => new SendResult.Final("De inwoner schreef meer dan 24 uur geleden. Kies een sjabloon.", name),
            131026 => new SendResult.Final("WhatsApp kan deze inwoner niet bereiken, bijvoorbeeld door een oude versie van de app.", name),
            131051 => new SendResult.Final("WhatsApp kan dit soort bericht niet versturen.", name),
            131052 => new SendResult.Final("WhatsApp kon het bestand niet ophalen.", name),
            131053 => new SendResult.Retryable("WhatsApp kon het bestand niet verwerken.", name),
            131049 => new SendResult.Final("WhatsApp bezorgt dit bericht niet, omdat de inwoner al veel van zulke berichten kreeg.", name),
            131050 => new SendResult.Final("De inwoner wil zulke berichten niet meer ontvangen.", name),
            130472 => new SendResult.Final("WhatsApp bezorgt dit bericht niet aan deze inwoner.", name),
            131021 => new SendResult.Final("De afzender en de ontvanger zijn hetzelfde nummer.", name),
            130429 or 80007 or 4 or 131048 or 131056 or 133016 or 613 => new SendResult.Retryable(Throttled, name),
            131000 or 131016 or 131057 or 1 or 2 => new SendResult.Retryable(Temporary, name),
            190 or 0 or 3 or 10 or 131005 or 133010 or (>= 200 and <= 299) => new SendResult.Final(Access, name, AfterRepair: true),
            368 or 131031 => new SendResult.Final(
                "WhatsApp heeft dit account geblokkeerd. De beheerder moet dit herstellen.",
                name,
                AfterRepair: true
            ),
            131042 => new SendResult.Final(
                "De betaling aan WhatsApp is niet in orde. De beheerder moet dit herstellen.",
                name,
                AfterRepair: true
            ),
            >= 132000 and <= 132099 => new SendResult.Final(Template, name),
            100 or 33 or 131008 or 131009 => new SendResult.Final(Bug, name),
            _ => new SendResult.Final($"WhatsApp weigerde het bericht (code {name}).", name),
        };
    }

    /// <summary>The platform itself is in trouble: others will meet the same, so that waiting spares it and them.</summary>
    public static bool IsTrouble(SendResult? result) =>
        result is SendResult.Unknown or SendResult.Retryable { Code: "connect" } or SendResult.Retryable { Reason: Temporary };

    /// <summary>Somebody has to act: this fails for everyone until then.</summary>
    public static bool IsAlarm(SendResult result) => result is SendResult.Final { AfterRepair: true };
}
