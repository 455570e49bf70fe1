using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>The newsroom as one table, a number a row.</summary>
internal static class NewsroomCsv
{
    internal static readonly Layout Layout = new(
        "newsroom",
        "Newsroom op een moment",
        [
            new("moment", "van welk moment de getallen zijn", "UTC"),
            new("soort", "totaal, gemeente, kanaal, uur (van vandaag) of onderwerp (meer gevraagd dan gewoonlijk)"),
            new("deel", "CBS-code, kanaal, uur of onderwerp; leeg bij het totaal"),
            new(
                "cijfer",
                "arrived-hour: binnen in het laatste uur; arrived-today: binnen vandaag; waiting: wachten; at-risk: bijna te laat; late: te laat; "
                    + "answered-today: beantwoord vandaag; present en away: collega's aan het werk en even weg; sent-hour en failed-hour: verstuurd en "
                    + "mislukt in het laatste uur; arrived en answered: binnen en beantwoord in dat uur"
            ),
            new("waarde", "het getal", "aantal"),
            new("gewoonlijk", "hoeveel het is op dezelfde weekdag, gemiddeld over vier weken; leeg als dat niet bekend is", "aantal"),
        ]
    );

    internal static FileContentHttpResult File(Newsroom newsroom, Csv form) =>
        Layout.File($"newsroom-{newsroom.Scope}-{newsroom.At.UtcDateTime:yyyyMMdd-HHmmss}", form, Rows(newsroom));

    internal static IEnumerable<object?[]> Rows(Newsroom newsroom)
    {
        object?[] Row(string kind, object? part, string figure, int value, double? usual = null) =>
            [newsroom.At, kind, part, figure, value, usual];
        IEnumerable<object?[]> Numbers(string kind, string? part, NewsroomNumbers of) =>
            [
                Row(kind, part, NewsroomNames.ArrivedHour, of.ArrivedHour, of.UsualHour),
                Row(kind, part, NewsroomNames.ArrivedToday, of.ArrivedToday, of.UsualToday),
                Row(kind, part, NewsroomNames.Waiting, of.Waiting),
                Row(kind, part, NewsroomNames.AtRisk, of.AtRisk),
                Row(kind, part, NewsroomNames.Late, of.Late),
                Row(kind, part, NewsroomNames.AnsweredToday, of.AnsweredToday),
                Row(kind, part, "present", of.Present),
                Row(kind, part, "away", of.Away),
            ];
        IEnumerable<object?[]> Channel(NewsroomChannel of) =>
            [
                Row("kanaal", of.Channel, NewsroomNames.ArrivedHour, of.ArrivedHour, of.UsualHour),
                Row("kanaal", of.Channel, NewsroomNames.Waiting, of.Waiting),
                Row("kanaal", of.Channel, "sent-hour", of.SentHour),
                Row("kanaal", of.Channel, "failed-hour", of.FailedHour),
            ];
        return
        [
            .. Numbers("totaal", null, newsroom.Total),
            .. newsroom.Municipalities.SelectMany(one => Numbers("gemeente", one.Municipality, one.Numbers)),
            .. newsroom.Channels.SelectMany(Channel),
            .. newsroom.Hours.SelectMany(hour =>
                new[] { Row("uur", hour.Hour, "arrived", hour.Arrived, hour.Usual), Row("uur", hour.Hour, "answered", hour.Answered) }
            ),
            .. newsroom.Rising.Select(topic => Row("onderwerp", topic.Topic, NewsroomNames.ArrivedHour, topic.LastHour, topic.Usual)),
        ];
    }
}
