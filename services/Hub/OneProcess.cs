using WebcareHub.Blueprint;
using WebcareHub.Crisis;
using WebcareHub.Ingest.Chat;
using WebcareHub.Ingest.Social;
using WebcareHub.Ingest.WhatsApp;
using WebcareHub.Monitoring;
using WebcareHub.Routing;
using WebcareHub.ServiceDefaults;
using WebcareHub.Workspace;

namespace WebcareHub.Hub;

/// <summary>Every service in one process.</summary>
public static class OneProcess
{
    /// <summary>Built and mapped, not started: commands take what they need from its services.</summary>
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("hub");
        builder.AddIngestWhatsApp();
        builder.AddIngestSocial();
        builder.AddIngestChat();
        builder.AddRouting();
        builder.AddBlueprint();
        builder.AddMonitoring();
        builder.AddCrisis();
        builder.AddWorkspace();

        WebApplication app = builder.BuildHub();
        app.UseServiceDefaults();
        app.MapIngestWhatsApp();
        app.MapIngestSocial();
        app.MapIngestChat();
        app.MapRouting();
        app.MapBlueprint();
        app.MapMonitoring();
        app.MapCrisis();
        app.MapWorkspace();
        return app;
    }
}
