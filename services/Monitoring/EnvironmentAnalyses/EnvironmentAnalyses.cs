using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Counting;
using WebcareHub.Monitoring.EnvironmentAnalyses.Reading;
using WebcareHub.Monitoring.EnvironmentAnalyses.Writing;
using WebcareHub.Monitoring.Projections;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses;

/// <summary>The environment analysis of a crisis (omgevingsanalyse): what people ask, do, feel and tell one another. Phenomena, never persons.</summary>
internal static class EnvironmentAnalyses
{
    internal static void AddEnvironmentAnalyses(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EnvironmentProjection>();
        builder.Services.AddSingleton<IProjection>(provider => provider.GetRequiredService<EnvironmentProjection>());
        builder.Services.AddFeedSubscriber<CountMessages>();
        builder.Services.AddSingleton<Admission>();
        builder.Services.AddSingleton<Pages>();
    }

    internal static void MapEnvironmentAnalyses(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/environment-analyses/{crisis:guid}").BesideExercise().WithTags("Environment analyses");
        one.MapGet("", ShowAnalysis.Get)
            .WithName("ShowEnvironmentAnalysis")
            .WithSummary("The environment analysis of a crisis as it is now: phenomena, never persons");
        one.MapPut("/advice", SaveAdvice.Put).WithName("SaveEnvironmentAdvice").WithSummary("What the analyst writes");
        one.MapPost("/versions", FreezeVersion.Post)
            .WithName("FreezeEnvironmentAnalysis")
            .WithSummary("Freeze the page as a version that never changes");
        one.MapGet("/versions/{version}", ShowVersion.Get)
            .WithName("ShowEnvironmentVersion")
            .WithSummary("A frozen version; with .txt or .pdf behind its number, as a file");
        one.MapGet("/hours", ShowHours.Get).WithName("ShowEnvironmentHours").WithSummary("Messages and answers by the hour");
        one.MapGet("/hours/table", ShowHours.GetTable).WithName("GetEnvironmentHours").WithSummary("The same as a table");
    }
}
