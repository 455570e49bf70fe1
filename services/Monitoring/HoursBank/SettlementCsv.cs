using System.Globalization;
using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>
/// The sheet as one table, an amount a row: per municipality the rows above <c>eindsaldo</c> add up to it. As spreadsheets here read it: UTF-8
/// with its mark, semicolons, decimal commas. What the columns mean stands in the last rows.
/// </summary>
internal static class SettlementCsv
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly string[] Columns =
    [
        "soort",
        "maand",
        "pool",
        "gemeentecode",
        "gemeente",
        "andere_gemeentecode",
        "andere_gemeente",
        "onderwerp",
        "seconden",
        "uren",
        "vragen",
        "diensten",
        "toelichting",
    ];

    private static readonly (string Column, string Means)[] Dictionary =
    [
        ("soort", "beginsaldo, gegeven, ontvangen, correctie of eindsaldo; uitleg: deze toelichting"),
        ("maand", "jaar en maand waarin de dienst begon of de correctie is geboekt"),
        ("pool", "code van de pool: een regio, of nl voor de landelijke pool"),
        ("gemeentecode", "CBS-code van de gemeente van wie het saldo is"),
        ("gemeente", "naam van die gemeente"),
        ("andere_gemeentecode", "CBS-code van de gemeente aan wie is gegeven of van wie is ontvangen"),
        ("andere_gemeente", "naam van die gemeente"),
        ("onderwerp", "onderwerp van de vragen; leeg als het niet is herkend"),
        ("seconden", "hele seconden; ontvangen is negatief; hiermee rekent u, want hierin is niet afgerond"),
        ("uren", "dezelfde tijd in uren, afgerond op vier decimalen; om te lezen"),
        ("vragen", "aantal vragen dat is beantwoord of afgerond"),
        ("diensten", "dienstnummers met de dag waarop de dienst begon, gescheiden door een spatie"),
        ("toelichting", "bij een correctie: nummer, dag, wie boekte, over welke maand en de reden"),
    ];

    internal static byte[] Write(Settlement sheet)
    {
        var text = new StringBuilder().AppendJoin(';', Columns).Append("\r\n");
        foreach (var row in Rows(sheet))
        {
            text.AppendJoin(';', row).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Settlement sheet)
    {
        foreach (var line in sheet.Municipalities)
        {
            var mine = new Amounts(sheet, line.Municipality, line.Name);
            yield return mine.Balance("beginsaldo", line.Opening);
            foreach (var entry in sheet.Entries.Where(entry => entry.Giver == line.Municipality))
            {
                yield return mine.Entry("gegeven", entry.Receiver, entry, 1);
            }

            foreach (var entry in sheet.Entries.Where(entry => entry.Receiver == line.Municipality))
            {
                yield return mine.Entry("ontvangen", entry.Giver, entry, -1);
            }

            foreach (var booked in sheet.Corrections.Where(one => one.Giver == line.Municipality || one.Receiver == line.Municipality))
            {
                yield return mine.Correction(booked);
            }

            yield return mine.Balance("eindsaldo", line.Closing);
        }

        foreach (var sentence in Dictionary.Select(word => $"{word.Column}: {word.Means}").Concat(sheet.Definition))
        {
            yield return ["uitleg", sheet.Month, Text(sheet.Pool), "", "", "", "", "", "", "", "", "", Text(sentence)];
        }
    }

    private static string Text(string? words) => Csv.Dutch.Cell(words);

    /// <summary>Amounts of one municipality; above zero: to its credit.</summary>
    private sealed record Amounts(Settlement Sheet, string Municipality, string Name)
    {
        internal IReadOnlyList<string> Balance(string kind, long seconds) => Row(kind, null, null, seconds, ["", "", ""]);

        internal IReadOnlyList<string> Entry(string kind, string other, SettlementEntry entry, int sign) =>
            Row(
                kind,
                other,
                entry.TopicTitle ?? entry.Topic,
                sign * entry.Seconds,
                [
                    entry.Questions.ToString(Dutch),
                    string.Join(' ', entry.Shifts.Select(shift => $"{shift.Number}/{shift.Day:yyyy-MM-dd}")),
                    "",
                ]
            );

        internal IReadOnlyList<string> Correction(Correction booked)
        {
            var gives = booked.Giver == Municipality;
            var about = booked.About is null ? "" : $", over {booked.About}";
            return Row(
                "correctie",
                gives ? booked.Receiver : booked.Giver,
                null,
                gives ? booked.Seconds : -booked.Seconds,
                ["", "", Text($"{booked.Id}, {Days.Of(booked.At):yyyy-MM-dd}, {booked.By}{about}: {booked.Reason}")]
            );
        }

        private IReadOnlyList<string> Row(string kind, string? other, string? topic, long seconds, string[] last) =>
            [
                kind,
                Sheet.Month,
                Text(Sheet.Pool),
                Municipality,
                Text(Name),
                other ?? "",
                Text(Sheet.Municipalities.FirstOrDefault(line => line.Municipality == other)?.Name),
                Text(topic),
                seconds.ToString(CultureInfo.InvariantCulture),
                (seconds / 3600m).ToString("0.0000", Dutch),
                .. last,
            ];
    }
}
