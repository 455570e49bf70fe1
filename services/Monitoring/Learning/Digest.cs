using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;
using Small = WebcareHub.Monitoring.EnvironmentAnalyses.Reading.Small;

namespace WebcareHub.Monitoring.Learning;

/// <summary>
/// One page about a subject for the department that owns it, in sentences. Numbers alone: there is no word of a resident here to tell. Pure.
/// </summary>
/// <param name="All">All questions of the period.</param>
/// <param name="Earlier">Those about the subject in the period of the same length before.</param>
/// <param name="HidesFew">Beyond the own municipality.</param>
internal sealed record Digest(
    Subject Subject,
    IReadOnlyList<Counted> All,
    IReadOnlyList<Counted> Earlier,
    EffectiveBlueprint Blueprint,
    bool HidesFew
)
{
    private const int MostTopics = 10;
    private IReadOnlyList<Counted> Now { get; } = [.. All.Where(one => Holds(Subject, one))];

    internal static bool Holds(Subject subject, Counted one) => one.Facts.Topic is { } topic && subject.Topics.Contains(topic);

    internal IReadOnlyList<DigestPart> Parts() =>
        HidesFew && Now.Count < Computing.Few
            ? [new("Hoeveel", ["Er zijn te weinig vragen over dit onderwerp om er iets over te laten zien."])]
            :
            [
                .. new[]
                {
                    new DigestPart("Hoeveel", HowMany()),
                    new("Waarover", Topics()),
                    new("Waar en wanneer", [.. Spread(one => Channel.NameOf(one.Question.Channel)), .. Spread(PartOfDay)]),
                    new("Hoe het afliep", [.. Spread(Ended)]),
                    new("Antwoord", Answering()),
                    new("Tevredenheid", Satisfaction()),
                }.Where(part => part.Lines.Count > 0),
                new("Over deze bladzijde", ["Hier staan alleen getallen. Er staan geen woorden of gegevens van inwoners in."]),
            ];

    private IReadOnlyList<string> HowMany()
    {
        var before = HidesFew ? Small.Shown(Earlier.Count) : Earlier.Count;
        return
        [
            Now.Count == 1 ? "Er kwam 1 vraag binnen." : $"Er kwamen {Sentences.Questions(Now.Count)} binnen.",
            .. Now.Count == 0
                ? []
                : new[] { $"Dat is {Sentences.Number(Ranking.Percent(Now.Count, All.Count))} van de honderd vragen in deze periode." },
            before is { } known
                ? $"In de even lange periode ervoor: {Sentences.Questions(known)}{Sentences.Change(known, Now.Count)}."
                : $"In de even lange periode ervoor: minder dan {Small.Least} vragen.",
        ];
    }

    private IReadOnlyList<string> Topics() =>
        Subject.Topics.Count < 2
            ? []
            :
            [
                .. Ranking
                    .Of(Now, Blueprint, HidesFew)
                    .Topics.Take(MostTopics)
                    .Select(topic =>
                        $"{topic.Title}: {Sentences.Questions(topic.Questions)}{(topic.StandardAnswers == 0 ? ", nog zonder standaardantwoord" : "")}."
                    ),
            ];

    private IReadOnlyList<string> Spread(Func<Counted, string> name)
    {
        var parts = Now.GroupBy(name).Select(part => (Name: part.Key, Count: part.Count())).OrderByDescending(part => part.Count).ToList();
        var told = HidesFew ? Small.Parts([.. parts.Select(part => part.Count)]) : [.. parts.Select(part => (int?)part.Count)];
        return
        [
            .. parts.Zip(
                told,
                (part, count) => $"{part.Name}: {(count is { } known ? Sentences.Number(known) : "te weinig om te tonen")}."
            ),
        ];
    }

    private IReadOnlyList<string> Answering()
    {
        var (first, unanswered) = (Figure("first-response"), Figure("unanswered"));
        var answers = Blueprint.Answers.Count(answer => answer.Topics.Any(Subject.Topics.Contains));
        return
        [
            .. first is { } minutes
                ? new[]
                {
                    $"De helft kreeg het eerste antwoord van een collega binnen {Sentences.Duration(minutes)}, geteld in openingstijd.",
                }
                : [],
            .. unanswered is { } share
                ? new[] { $"Van honderd vragen waarvan de streeftermijn voorbij is, hebben er {Sentences.Number(share)} geen antwoord." }
                : [],
            answers == 0
                ? "De blauwdruk heeft hiervoor nog geen standaardantwoord."
                : $"De blauwdruk heeft hiervoor {answers} standaardantwoord{(answers == 1 ? "" : "en")}.",
        ];
    }

    private IReadOnlyList<string> Satisfaction() =>
        Figure("satisfaction") is { } mean ? [$"Inwoners gaven voor de hulp gemiddeld een {Sentences.Score(mean)}."] : [];

    private double? Figure(string id) =>
        Measured.Of(id, Now) is var found && HidesFew && found.Questions < Computing.Few ? null : found.Value;

    private static string PartOfDay(Counted one) =>
        Local.PartOfDay(one.Question.OpenedAt) switch
        {
            "night" => "Nacht (0 tot 6 uur)",
            "morning" => "Ochtend (6 tot 12 uur)",
            "afternoon" => "Middag (12 tot 18 uur)",
            _ => "Avond (18 tot 24 uur)",
        };

    private static string Ended(Counted one) =>
        one.Facts switch
        {
            { Open: true, Answers: 0 } => "Nog open, zonder antwoord",
            { Open: true } => "Nog open, met antwoord",
            { How: "referred" } => "Doorverwezen",
            { How: "handled-elsewhere" } => "Ergens anders afgehandeld",
            { How: "no-reply" } => "Gesloten zonder antwoord",
            _ => "Beantwoord",
        };
}
