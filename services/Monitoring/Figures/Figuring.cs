using WebcareHub.EventStore;
using WebcareHub.Monitoring.Costing;
using WebcareHub.Monitoring.Newsrooms;
using WebcareHub.Monitoring.Peers;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Figures of questions: over a period, and now.</summary>
internal static class Figuring
{
    internal static void AddFigures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Projection>();
        builder.Services.AddSingleton<IProjection>(provider => provider.GetRequiredService<Projection>());
        builder.Services.AddFeedSubscriber<QuestionsSubscriber>();
        builder.Services.AddSingleton<Rebuild>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Rebuild>());
        builder.Services.AddSingleton<LagNow>();
        builder.Services.AddSingleton(provider => new CountingAnew(
            provider.GetRequiredService<Database>(),
            provider.GetServices<IProjection>(),
            provider.GetRequiredService<LagNow>()
        ));
        builder.Services.AddSingleton<ReleaseTimes>();
        builder.Services.AddSingleton<BlueprintThen>();
        builder.Services.AddSingleton<MembersThen>();
        builder.Services.AddSingleton<HoursBook>();
        builder.Services.AddSingleton<Gathering>();
        builder.Services.AddSingleton<Reporting>();
        builder.Services.AddSingleton<Scopes>();
        builder.Services.AddSingleton<ShowBehind.Services>();
        builder.Services.AddSingleton<Sharing>();
        builder.Services.AddSingleton<MonthValues>();
        builder.Services.AddSingleton<Comparisons>();
        builder.Services.AddSingleton<Comparing>();
        builder.Services.AddSingleton<ChooseSharing.Choosing>();
        builder.Services.AddSingleton<CostTable>();
        builder.Services.AddSingleton<MoneyMaker>();
        builder.Services.AddSingleton<Board>();
        builder.Services.AddSingleton<Usual>();
        builder.Services.AddSingleton<Watch>();
        builder.Services.AddSingleton<Maker>();
    }

    internal static void MapFigures(this RouteGroupBuilder api)
    {
        var figures = api.MapGroup("/figures").WithTags("Figures");
        figures
            .MapGet("", ShowFigures.Get)
            .WithName("ShowFigures")
            .WithSummary("The figures of a municipality, region or nation over a period");
        figures.MapGet("/file", ShowFigures.GetFile).WithName("DownloadFigures").WithSummary("The same as a file");
        figures.MapGet("/definitions", ShowDefinitions.Get).WithName("ShowFigureDefinitions").WithSummary("What each figure counts");
        figures.MapGet("/lag", ShowDefinitions.GetLag).WithName("ShowLag").WithSummary("How far the counting is behind the log");
        figures
            .MapGet("/{id}/conversations", ShowBehind.Get)
            .WithName("ShowBehindFigure")
            .WithSummary("The questions behind a figure, of the own municipality");
        figures.MapGet("/comparison", ShowComparison.Get).WithName("ShowComparison").WithSummary("The own figures beside those of a group");
        figures.MapGet("/comparison/file", ShowComparison.GetFile).WithName("DownloadComparison").WithSummary("The same as a table");
        figures
            .MapPut("/comparison/choices/{figure}", ChooseSharing.Put)
            .RequireRole("manager")
            .WithName("ShareFigure")
            .WithSummary("Share a figure, or no longer, from this month on");
        figures
            .MapGet("/money", ShowMoney.Get)
            .WithName("ShowMoney")
            .WithSummary("What contacts cost, what could be avoided, and the capacity needed");
        figures.MapGet("/money/file", ShowMoney.GetFile).WithName("DownloadMoney").WithSummary("The same as a table");
        figures
            .MapPut("/money/costs", SaveCosts.Put)
            .RequireRole("manager")
            .WithName("SaveCosts")
            .WithSummary("Keep what the municipality says its work costs");
    }

    internal static void MapNewsroom(this RouteGroupBuilder api)
    {
        var newsroom = api.MapGroup("/newsroom").WithTags("Newsroom");
        newsroom.MapGet("", ShowNewsroom.Get).WithName("ShowNewsroom").WithSummary("What happens now, or happened at a moment");
        newsroom.MapGet("/file", ShowNewsroom.GetFile).WithName("DownloadNewsroom").WithSummary("The same as a table");
        newsroom
            .MapGet("/conversations", ShowNewsroom.GetBehind)
            .WithName("ShowBehindNewsroom")
            .WithSummary("The questions behind a number, of the own municipality");
    }
}
