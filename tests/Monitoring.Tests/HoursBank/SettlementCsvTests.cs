using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.HoursBank;

namespace WebcareHub.Monitoring.Tests.HoursBank;

public sealed class SettlementCsvTests
{
    private static readonly Names Names = new(
        "regio Wadden",
        code => code == "GM0072" ? "Harlingen" : "Schiermonnikoog",
        (_, topic) => topic == "afval" ? "Afval; grof en \"klein\"" : null
    );

    [Fact]
    public void The_file_reads_in_a_spreadsheet_here_and_every_amount_adds_up()
    {
        var rows = Rows(Sheet.Of(Book("Dubbel geteld"), Names, DateTimeOffset.UnixEpoch));

        rows[0][..5].ShouldBe(["soort", "maand", "pool", "gemeentecode", "gemeente"]);
        rows.ShouldAllBe(row => row.Count == rows[0].Count);
        // 3,600 seconds of before, 5,400 given, 600 taken off by a correction.
        Amounts(rows, "GM0072").ShouldBe([("beginsaldo", 3600), ("gegeven", 5400), ("correctie", -600), ("eindsaldo", 8400)]);
        Amounts(rows, "GM0088").ShouldBe([("beginsaldo", -3600), ("ontvangen", -5400), ("correctie", 600), ("eindsaldo", -8400)]);
        var given = rows.Single(row => row[0] == "gegeven");
        given[7..].ShouldBe(["Afval; grof en \"klein\"", "5400", "1,5000", "3", "D-1/2026-10-05 D-2/2026-10-06", ""]);
        rows.Where(row => row[0] == "uitleg").Select(row => row[^1]).ShouldContain(Definition.Sentences[0]);
        var explained = rows.Where(row => row[0] == "uitleg").Select(row => row[^1].Split(": ")[0]).ToList();
        rows[0].ShouldAllBe(column => explained.Contains(column));
    }

    [Fact]
    public void A_reason_is_no_formula() =>
        Encoding.UTF8.GetString(SettlementCsv.Write(Sheet.Of(Book("=1+1"), Names, DateTimeOffset.UnixEpoch))).ShouldNotContain(";=");

    private static Book Book(string reason) =>
        new(
            "wadden",
            new DateOnly(2026, 10, 1),
            [("GM0072", "GM0088", 3600)],
            [
                new("D-1", new DateOnly(2026, 10, 5), "GM0072", "GM0088", "afval", 3000, 2),
                new("D-2", new DateOnly(2026, 10, 6), "GM0072", "GM0088", "afval", 2400, 1),
            ],
            [new(Guid.Empty, "wadden", "2026-10", "GM0072", "GM0088", -600, reason, "2026-09", "Kees", DateTimeOffset.UnixEpoch)]
        );

    private static IEnumerable<(string, long)> Amounts(IReadOnlyList<IReadOnlyList<string>> rows, string municipality) =>
        rows.Where(row => row[3] == municipality)
            .Select(row => (row[0], long.Parse(row[8], System.Globalization.CultureInfo.InvariantCulture)));

    private static List<List<string>> Rows(Settlement sheet)
    {
        var bytes = SettlementCsv.Write(sheet);
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        return [.. Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells)];
    }

    private static List<string> Cells(string row)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == '"' && quoted && at + 1 < row.Length && row[at + 1] == '"')
            {
                cell.Append(row[++at]);
            }
            else if (row[at] == '"')
            {
                quoted = !quoted;
            }
            else if (row[at] == ';' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(row[at]);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
