namespace WebcareHub.Benchmarks;

/// <summary>What residents write, about 200 characters each.</summary>
internal static class SampleTexts
{
    internal static readonly IReadOnlyList<string> Dutch =
    [
        "Goedemiddag, bij ons in de straat is de ondergrondse container al vier dagen vol en er staan nu overal zakken naast. De meeuwen trekken alles open. Wanneer wordt hij geleegd? Groet uit de Schoolstraat",
        "Hallo, mijn paspoort verloopt over drie weken en ik moet voor mijn werk naar Engeland. Kan ik nog op tijd een nieuwe aanvragen en hoe snel is die klaar? Ik kan alleen op donderdag na vier uur langskomen.",
        "Er ligt al sinds het weekend een losse stoeptegel voor nummer 12 van de Kerkstraat. Mijn moeder is er gisteren bijna over gevallen met haar rollator. Kunnen jullie daar alstublieft snel iets aan doen?",
        "Beste gemeente, ik heb een parkeervergunning maar sta steeds kilometers van huis omdat bezoekers van de markt alles bezet houden. Wordt hier ook gecontroleerd? Ik vind dit na twee jaar klagen echt niet meer kunnen.",
        "Dag, ik ga volgende maand trouwen en wil graag weten welke papieren ik moet meenemen en of we ook buiten op het strand kunnen trouwen. Mijn partner heeft de Duitse nationaliteit, maakt dat nog wat uit?",
        "Sinds gisteravond doet de straatverlichting het niet in de hele wijk. Het is er pikdonker en de kinderen fietsen hier naar de sportvereniging. Weten jullie al wanneer het weer gemaakt is? Bedankt alvast!",
        "Ik krijg een aanslag voor de hondenbelasting terwijl onze hond in maart is overleden. Dat heb ik toen meteen doorgegeven via het formulier op de site. Hoe krijg ik dit nu recht gezet zonder weer te moeten bellen?",
        "Mijn buren houden elke nacht tot drie uur harde muziek aan en ik weet niet meer wat ik moet doen. De politie zegt dat ik bij de gemeente moet zijn. Wie kan mij hierbij helpen? Ik slaap al weken slecht.",
    ];
}
