using System.Globalization;
using System.Text;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Crisis.Rehearsing.Reporting;

/// <summary>The report to read and to count on: plain text, and a table for a spreadsheet (semicolons, as Dutch spreadsheets take them). Pure.</summary>
internal static class Written
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly string[] PerMunicipality =
    [
        "gemeente",
        "naam",
        "berichten",
        "gesprekken",
        "zelf beantwoord",
        "door anderen beantwoord",
        "in een groep beantwoord",
        "wachten",
        "te laat",
        "eerste antwoord, mediaan in seconden",
    ];

    public static string Text(RehearsalReport report)
    {
        var text = new StringBuilder();
        Begin(text, report);
        Lines(
            text,
            "Verloop",
            report.Timeline.Select(line => $"{Moment(line.At)}  {line.What}{(line.Who is null ? "" : $" ({line.Who})")}")
        );
        Lines(text, "Per gemeente", report.Municipalities.Select(Municipality));
        Lines(
            text,
            "Waar het over ging",
            report.Topics.Select(topic => $"{topic.Topic ?? "zonder onderwerp"}: {topic.Conversations}, beantwoord {topic.Answered}")
        );
        Lines(
            text,
            "In één keer beantwoord",
            report.Groups.Select(group =>
                $"{Moment(group.At)}  {group.Title}: {group.Answered} in {group.Municipalities} gemeenten, {group.Late} kwamen later"
            )
        );
        return text.ToString();
    }

    public static string Table(RehearsalReport report)
    {
        var table = new StringBuilder();
        Row(table, PerMunicipality);
        foreach (var each in report.Municipalities)
            Row(
                table,
                [
                    each.Code,
                    each.Name,
                    each.Messages,
                    each.Conversations,
                    each.AnsweredAtHome,
                    each.AnsweredByOthers,
                    each.AnsweredInGroups,
                    each.Waiting,
                    each.Late,
                    each.FirstResponseP50,
                ]
            );
        Row(table, []);
        Row(table, ["minuut", "berichten", "antwoorden", "wachten"]);
        foreach (var minute in report.Inflow)
            Row(table, [Moment(minute.At), minute.Messages, minute.Answers, minute.Waiting]);
        return table.ToString();
    }

    private static void Begin(StringBuilder text, RehearsalReport report)
    {
        text.AppendLine(Dutch, $"OEFENING {report.Title}").AppendLine();
        text.AppendLine(
            Dutch,
            $"Van {Moment(report.From)} tot {(report.Until is { } until ? Moment(until) : "nu; de oefening loopt nog")}."
        );
        text.AppendLine(
            Dutch,
            $"{report.Messages} berichten in {report.Conversations} gesprekken. {report.Answered} kregen antwoord, {report.Waiting} wachten nog."
        );
        if (report.FirstResponse is { P50: { } half, P90: { } most, Longest: { } longest })
            text.AppendLine(
                Dutch,
                $"De helft had antwoord binnen {Wait(half)}, negen van de tien binnen {Wait(most)}, de laatste na {Wait(longest)}."
            );
    }

    private static string Municipality(RehearsalMunicipality each)
    {
        var half = each.FirstResponseP50 is { } wait ? $", de helft binnen {Wait(wait)}" : "";
        return string.Create(
            Dutch,
            $"{each.Name}: {each.Messages} berichten, {each.Conversations} gesprekken. Zelf beantwoord {each.AnsweredAtHome}, door anderen {each.AnsweredByOthers}, in een groep {each.AnsweredInGroups}{half}. Wachten {each.Waiting}, te laat {each.Late}."
        );
    }

    private static void Lines(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.AppendLine().AppendLine(title);
        foreach (var line in lines.DefaultIfEmpty("Niets."))
            text.AppendLine(Dutch, $"  {line}");
    }

    private static void Row(StringBuilder table, IReadOnlyList<object?> cells) =>
        table.AppendJoin(';', cells.Select(cell => Cell(Convert.ToString(cell, Dutch) ?? ""))).Append("\r\n");

    // A cell that begins like a formula would be run by a spreadsheet.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Amsterdam).ToString("d-M-yyyy HH:mm", Dutch);

    private static string Wait(double seconds) =>
        seconds < 90 ? string.Create(Dutch, $"{seconds:0} seconden") : string.Create(Dutch, $"{seconds / 60:0} minuten");
}
