using WebcareHub.Monitoring.Tables;

namespace WebcareHub.Monitoring.Reports;

/// <summary>Reports of one page, and what the columns of all tables mean.</summary>
internal static class Reports
{
    internal static void AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Composing>();
        builder.Services.AddSingleton<ShowReport.Services>();
    }

    internal static void MapReports(this RouteGroupBuilder api)
    {
        var report = api.MapGroup("/reports/{kind}").WithTags("Reports");
        report.MapGet("", ShowReport.Get).WithName("ShowReport").WithSummary("The report of a week, a month or a quarter");
        report.MapGet("/file", ShowReport.GetFile).WithName("DownloadReport").WithSummary("The same as a table");
        var dictionary = api.MapGroup("/figures/dictionary").WithTags("Reports");
        dictionary.MapGet("", ShowDictionary.Get).WithName("ShowDictionary").WithSummary("What each table and column means");
        dictionary.MapGet("/file", ShowDictionary.GetFile).WithName("DownloadDictionary").WithSummary("The same as a table");
    }
}
