namespace WebcareHub.Monitoring.HoursBank;

/// <summary>How hours are counted, as it stands on every sheet.</summary>
internal static class Definition
{
    internal static readonly IReadOnlyList<string> Sentences =
    [
        "Geteld wordt de tijd waarin een collega van de ene gemeente via de pool een vraag van een andere gemeente heeft.",
        "De tijd begint als de collega de vraag neemt. De tijd stopt bij het antwoord, of als de vraag teruggaat, klaar is of niet meer met de pool wordt gedeeld.",
        "Schrijft de inwoner weer terwijl de collega de vraag nog heeft, dan loopt de tijd verder.",
        "Wie meer vragen van andere gemeenten tegelijk heeft, verdeelt de tijd gelijk over die vragen. Vragen van de eigen gemeente tellen daarin niet mee.",
        "In een pauze en na het afmelden loopt geen tijd.",
        $"Gebeurt er {(int)AtWork.Stillness.TotalMinutes} minuten niets met de vragen van een collega, dan stopt de tijd tot er weer iets gebeurt. Een dienst telt ten hoogste {(int)AtWork.Longest.TotalHours} uur.",
        "Een dienst hoort bij de dag en de maand waarin hij begint (Nederlandse tijd), ook als hij na middernacht eindigt.",
        "Een vraag telt als de collega die heeft beantwoord of afgerond. Per dienst telt een vraag een keer.",
        "Per dienst, gemeente en onderwerp telt het aantal hele seconden. Alle totalen zijn sommen daarvan: wat gegeven is, is ook ontvangen.",
        "Een saldo boven nul betekent: meer gegeven dan ontvangen. Eindsaldo = beginsaldo + gegeven - ontvangen + correcties.",
        "Een maand sluit op de derde dag van de volgende maand om 0.00 uur en verandert daarna niet meer. Een correctie is een tegenboeking in de maand waarin die is gemaakt.",
        "Een dienstnummer noemt geen naam. Er zijn geen cijfers over een collega.",
    ];
}
