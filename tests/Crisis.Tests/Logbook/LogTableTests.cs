using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Logbook;

namespace WebcareHub.Crisis.Tests.Logbook;

/// <summary>The log as a spreadsheet reads it.</summary>
public sealed class LogTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Each_line_is_a_row_in_dutch_time_and_no_cell_runs()
    {
        var log = new CrisisLog(
            new(Guid.Empty, "wadden", null, null, "Hoogwater", [], false, CrisisPhase.Declared, null, null, Now, Now, null, null),
            [
                new(Now, "declared", "Cor kondigde \"Hoogwater\" af; voor regio Wadden", "=1+1", "Cor", "Harlingen"),
                new(Now.AddMinutes(1), "resumed", "Alles gaat weer door.", null, null, null),
            ]
        );

        var rows = Encoding.UTF8.GetString(LogTable.Of(log)).TrimStart('\uFEFF').Split("\r\n");

        rows[0].ShouldBe("tijd;soort;wat;reden;wie;gemeente");
        rows[1].ShouldBe("2026-11-23 13:05:00;declared;\"Cor kondigde \"\"Hoogwater\"\" af; voor regio Wadden\";'=1+1;Cor;Harlingen");
        rows[2].ShouldBe("2026-11-23 13:06:00;resumed;Alles gaat weer door.;;;");
        rows.ShouldContain("gemeente;waar die collega werkt");
    }
}
