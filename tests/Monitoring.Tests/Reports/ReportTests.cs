using System.Net;
using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Reports;
using WebcareHub.Monitoring.Tests.Figures;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Tests.Reports;

public sealed class ReportTests(SeededHost seeded) : IClassFixture<SeededHost>
{
    private MonitoringHost Host => seeded.Host;

    [Fact]
    public async Task Each_report_has_its_own_parts_and_the_figures_of_the_pages()
    {
        var manager = Host.As("mo", "GM1003", "manager");
        var figures = await Host.ReadAsync<FigureReport>(manager, "/figures?from=2026-04-01&until=2026-04-30");
        var before = await Host.ReadAsync<FigureReport>(manager, "/figures?from=2026-03-01&until=2026-03-31");

        var month = await Host.ReadAsync<PeriodReport>(manager, "/reports/month?period=2026-04");

        month.Figures.Select(figure => figure.Id).ShouldBe(ReportChoice.For("month").Figures);
        foreach (var figure in month.Figures)
        {
            (figure.Value, figure.Before).ShouldBe((Of(figures, figure.Id).Value, Of(before, figure.Id).Value), figure.Id);
        }

        month.Weeks.Sum(week => week.Questions).ShouldBe(month.Questions);
        var money = await Host.ReadAsync<Money>(manager, "/figures/money?from=2026-04-01&until=2026-04-30");
        month.Cost.ShouldBe(new(money.Contacts, money.Total, money.Avoidable.Sum(why => why.Contacts), false));
        (month.Channels.Count, month.WithoutAnswer.Count).ShouldBe((0, 0));

        var week = await Host.ReadAsync<PeriodReport>(manager, "/reports/week?period=2026-W16");
        (week.Channels.Count, week.Weeks.Count, week.Cost).ShouldBe((2, 0, null));
        week.WithoutAnswer.Select(topic => topic.Topic).ShouldBe(week.Topics.Select(topic => topic.Topic));
        (week.From, week.Until).ShouldBe((new(2026, 4, 13), new(2026, 4, 19)));
    }

    [Theory]
    [InlineData("webcare", "week", HttpStatusCode.OK)]
    [InlineData("webcare", "month", HttpStatusCode.NotFound)]
    [InlineData("analyst", "quarter", HttpStatusCode.OK)]
    [InlineData("manager", "year", HttpStatusCode.NotFound)]
    [InlineData("manager", "month?period=2026-W16", HttpStatusCode.BadRequest)]
    [InlineData("manager", "month/file?form=xls", HttpStatusCode.BadRequest)]
    public async Task The_team_reads_its_week_and_the_rest_is_for_who_reads_figures(string role, string path, HttpStatusCode status)
    {
        using var answer = await Host.SendAsync(HttpMethod.Get, Host.As("an", "GM1004", role), $"/reports/{path}");
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Every_table_comes_in_two_forms_and_has_the_columns_that_the_dictionary_explains()
    {
        var manager = Host.As("mo", "GM1003", "manager");
        var dictionary = await Host.ReadAsync<DataDictionary>(manager, "/figures/dictionary");
        dictionary.Figures.Select(figure => figure.Id).ShouldBe(DefinedFigure.Known, ignoreOrder: true);
        var tables = dictionary.Tables.ToDictionary(table => table.Id, table => table.Columns.Select(column => column.Name).ToArray());
        // Open data is tried where figures are shared.
        tables.Keys.ShouldBe([.. Files.Keys, "open-data"], ignoreOrder: true);
        foreach (var (table, path) in Files)
        {
            var dutch = await TextAsync(manager, path);
            dutch[0].ShouldBe('\uFEFF', table);
            dutch.Split("\r\n")[0][1..].Split(';').ShouldBe(tables[table], table);
            var plain = (await TextAsync(manager, $"{path}{(path.Contains('?') ? '&' : '?')}form=iso")).Split("\r\n");
            plain[0].Split(',').ShouldBe(tables[table], table);
            plain.Length.ShouldBeGreaterThan(2, table);
            // Only rows: what columns mean is asked apart.
            plain[..^1].ShouldAllBe(row => row.Contains(','), table);
        }
    }

    private static readonly Dictionary<string, string> Files = new()
    {
        ["cijfers"] = "/figures/file?from=2026-04-01&until=2026-04-30",
        ["rapport"] = "/reports/quarter/file?period=2026-Q2",
        ["newsroom"] = "/newsroom/file",
        ["vergelijking"] = "/figures/comparison/file",
        ["onderwerpen"] = "/figures/topics/file?from=2026-04-01&until=2026-04-30",
        ["kosten"] = "/figures/money/file?from=2026-04-01&until=2026-04-30",
    };

    private async Task<string> TextAsync(string token, string path)
    {
        using var answer = await Host.SendAsync(HttpMethod.Get, token, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private static Figure Of(FigureReport report, string id) => report.Figures.Single(figure => figure.Id == id);
}
