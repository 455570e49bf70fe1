using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>A line of the page on paper.</summary>
internal readonly record struct Line(LineKind Kind, string Text);

/// <summary>How a line stands on paper.</summary>
internal enum LineKind
{
    Title,
    Heading,
    Text,
    Point,
}

/// <summary>The page as lines: the block of text and the PDF are made from the same. Pure.</summary>
internal static class Lines
{
    internal static IReadOnlyList<Line> Of(EnvironmentPicture picture, EnvironmentAdvice advice, string head) =>
        [
            .. Head(picture, head),
            .. Information(picture),
            new(LineKind.Heading, "2 Gedrag: wat doen mensen"),
            .. Signs(picture.Behaviour),
            new(LineKind.Heading, "3 Beleving: wat voelen en vinden mensen"),
            .. Signs(picture.Perception),
            .. Rumours(picture.Rumours),
            .. Advice(advice),
            new(LineKind.Heading, "Waar dit vandaan komt"),
            new(LineKind.Text, Source),
        ];

    internal const string Source =
        "Geteld uit berichten van inwoners aan de gemeenten in het gebied, vanaf het afkondigen. Vragen zijn groepen berichten die bijna hetzelfde zeggen; genoemd zijn alleen woorden die ook in de blauwdruk staan en die ten minste de helft van de groep deelt. Gedrag en beleving zijn geteld met de woorden van het scenario in de blauwdruk: wie die woorden niet gebruikt, telt niet mee. Aantallen zijn gesprekken, bij kanalen en uren berichten. Minder dan vijf noemen we niet. Stijgen of dalen vergelijkt het laatste uur met het uur ervoor.";

    private static IEnumerable<Line> Head(EnvironmentPicture picture, string head)
    {
        yield return new(LineKind.Title, $"{(picture.Exercise ? "OEFENING - " : "")}Omgevingsanalyse {picture.Title}");
        yield return new(LineKind.Text, head);
        yield return new(
            LineKind.Text,
            $"Periode: {Dutch.Moment(picture.From)} tot {Dutch.Moment(picture.Until)}. Gebied: {picture.Area}."
        );
        yield return new(LineKind.Text, picture.Grip.Count == 0 ? "GRIP: niet doorgegeven." : $"{Dutch.List(picture.Grip)}.");
        yield return new(
            LineKind.Text,
            $"Bronnen: {Dutch.Count(picture.Messages)} berichten in {Dutch.Count(picture.Questions)} gesprekken."
        );
        if (picture.Channels.Count > 0)
            yield return new(
                LineKind.Text,
                $"Per kanaal: {string.Join(", ", picture.Channels.Select(each => $"{Dutch.ChannelOf(each.Channel)} {Dutch.Part(each.Messages)}"))}."
            );
        yield return new(
            LineKind.Text,
            $"Per uur: {string.Join(", ", picture.Hours.Select(each => $"{Dutch.Hour(each.Hour)} {Dutch.Part(each.Messages)}"))}."
        );
    }

    private static IEnumerable<Line> Information(EnvironmentPicture picture)
    {
        yield return new(LineKind.Heading, "1 Informatiebehoefte: wat willen mensen weten");
        foreach (var question in picture.Top)
            yield return new(
                LineKind.Point,
                $"{Words(question)}: {Dutch.Count(question.Questions)} ({Dutch.Trend(question.Trend)}), beantwoord: {Dutch.Answered(question.Answered)}{(question.New ? ", nieuw" : "")}"
            );
        if (picture.Top.Count == 0)
            yield return new(LineKind.Text, "Nog geen vraag die vijf keer of vaker is gesteld.");
        yield return new(LineKind.Text, $"Andere vragen: {Dutch.Count(picture.Other)}.");
    }

    private static string Words(EnvironmentQuestion question) =>
        question.Words.Count == 0 ? "vraag zonder gedeelde woorden" : string.Join(' ', question.Words);

    private static IEnumerable<Line> Signs(IReadOnlyList<EnvironmentSign> signs)
    {
        foreach (var sign in signs.Where(sign => sign.Questions != 0))
            yield return new(
                LineKind.Point,
                $"{sign.Title}: {Dutch.Count(sign.Questions)} ({Dutch.Trend(sign.Trend)}){(sign.Risk ? ", risico" : "")}"
            );
        if (signs.All(sign => sign.Questions == 0))
            yield return new(LineKind.Text, "Niets gevonden met de woorden van het scenario.");
    }

    private static IEnumerable<Line> Rumours(IReadOnlyList<EnvironmentRumour> rumours)
    {
        yield return new(LineKind.Heading, "4 Geruchten en onjuistheden");
        foreach (var rumour in rumours)
        {
            var owner = rumour.Owner ?? "nog niemand";
            var reaction = rumour.Reaction ?? "nog geen";
            yield return new(
                LineKind.Point,
                $"{rumour.Claim.TrimEnd('.')}. Verspreiding: {rumour.Spread}. Status: {Dutch.Status(rumour.Status)}. Eigenaar: {owner}. Reactie: {reaction}"
            );
        }

        if (rumours.Count == 0)
            yield return new(LineKind.Text, "Geen geruchten gemeld.");
    }

    private static IEnumerable<Line> Advice(EnvironmentAdvice advice)
    {
        yield return new(LineKind.Heading, "5 Advies");
        yield return new(LineKind.Point, $"Informatievoorziening: {Written(advice.Information)}");
        yield return new(LineKind.Point, $"Schadebeperking: {Written(advice.Damage)}");
        yield return new(LineKind.Point, $"Betekenisgeving: {Written(advice.Meaning)}");
        yield return new(LineKind.Heading, "6 Voorgestelde kernboodschap");
        yield return new(LineKind.Text, Written(advice.CoreMessage));
        yield return new(LineKind.Heading, "7 Volgende analyse");
        yield return new(LineKind.Text, advice.NextDue is { } next ? Dutch.Moment(next) : "Niet afgesproken.");
    }

    private static string Written(string text) =>
        string.IsNullOrWhiteSpace(text) ? "Nog niet ingevuld." : text.ReplaceLineEndings(" ").Trim();
}
