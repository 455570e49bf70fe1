using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Learning;

/// <summary>Topics as a table.</summary>
internal static class TopicsCsv
{
    internal static readonly Layout Layout = new(
        "onderwerpen",
        "Onderwerpen, van veel naar weinig gevraagd",
        [
            new("plaats", "1 is het meest gevraagde onderwerp; leeg bij de laatste regels"),
            new(
                "onderwerp",
                "vaste naam van het onderwerp; niet_herkend: geen onderwerp herkend; overig: onderwerpen met te weinig vragen, samen"
            ),
            new("titel", "hoe het onderwerp heet"),
            new("vragen", "hoeveel er binnenkwamen; leeg als het er te weinig zijn om te tonen", "aantal"),
            new("deel", "van de vragen met een onderwerp", "procent"),
            new("samen", "dit onderwerp en alle onderwerpen erboven, van de vragen met een onderwerp", "procent"),
            new("eerste_antwoord", "de middelste wachttijd op het eerste antwoord, in openingstijd; leeg als er te weinig zijn", "minuten"),
            new("zonder_antwoord", "van de vragen waarvan de streeftermijn voorbij is; leeg als er te weinig zijn", "procent"),
            new("tevredenheid", "gemiddeld cijfer; leeg als er te weinig zijn", "1 tot 10"),
            new("standaardantwoorden", "hoeveel de blauwdruk er voor dit onderwerp heeft", "aantal"),
        ]
    );

    internal static FileContentHttpResult File(TopicRanking ranking, Csv form) =>
        Layout.File($"onderwerpen-{ranking.Scope}-{ranking.From:yyyy-MM-dd}-{ranking.Until:yyyy-MM-dd}", form, Rows(ranking));

    private static IEnumerable<object?[]> Rows(TopicRanking ranking) =>
        [
            .. ranking.Topics.Select(topic =>
                new object?[]
                {
                    topic.Place,
                    topic.Topic,
                    topic.Title,
                    topic.Questions,
                    topic.Share,
                    topic.Cumulative,
                    topic.FirstResponse,
                    topic.Unanswered,
                    topic.Satisfaction,
                    topic.StandardAnswers,
                }
            ),
            Last("overig", ranking.Rest),
            Last("niet_herkend", ranking.Unrecognised),
        ];

    private static object?[] Last(string what, int? questions) => [null, what, null, questions, null, null, null, null, null, null];
}
