using WebcareHub.EventStore;
using WebcareHub.Monitoring.Effects;
using WebcareHub.Monitoring.EnvironmentAnalyses;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.HoursBank;
using WebcareHub.Monitoring.Learning;
using WebcareHub.Monitoring.OpenData;
using WebcareHub.Monitoring.Reports;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring;

/// <summary>The Monitoring service: what the events tell, counted.</summary>
public static class MonitoringService
{
    /// <summary>Registers what the endpoints need. The store and the bus come from the host.</summary>
    public static WebApplicationBuilder AddMonitoring(this WebApplicationBuilder builder)
    {
        builder.Services.AddMigrations<Migrated>("monitoring");
        builder.Services.AddRulebook();
        builder.AddHoursBank();
        builder.AddEnvironmentAnalyses();
        builder.AddFigures();
        builder.AddReports();
        builder.AddLearning();
        builder.AddEffects();
        builder.AddOpenData();
        return builder;
    }

    /// <summary>Maps the routes under <c>/api/v1</c>.</summary>
    public static WebApplication MapMonitoring(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapHoursBank();
        api.MapEnvironmentAnalyses();
        api.MapFigures();
        api.MapNewsroom();
        api.MapReports();
        api.MapLearning();
        api.MapEffects();
        api.MapOpenData();
        return app;
    }

    /// <summary>Stands for the assembly that holds the migrations.</summary>
    private sealed class Migrated;
}
