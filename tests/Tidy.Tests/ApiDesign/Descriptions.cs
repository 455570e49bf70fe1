using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using WebcareHub.Blueprint;
using WebcareHub.Crisis;
using WebcareHub.Hub;
using WebcareHub.Ingest.Chat;
using WebcareHub.Ingest.WhatsApp;
using WebcareHub.Monitoring;
using WebcareHub.Routing;
using WebcareHub.ServiceDefaults;
using WebcareHub.Workspace;

namespace WebcareHub.Tidy.Tests.ApiDesign;

/// <summary>The OpenAPI document of every service, as it gives it itself. Built and mapped, never started: it needs no servers.</summary>
public sealed class Descriptions : IAsyncLifetime
{
    private readonly Dictionary<string, JsonElement> _documents = [];

    /// <summary>By name of the service.</summary>
    public IReadOnlyDictionary<string, JsonElement> Documents => _documents;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await AddAsync("hub", () => OneProcess.Build([.. Unstarted.Settings]));
        await AddAsync("ingest-whatsapp", () => Build("ingest-whatsapp", app => app.AddIngestWhatsApp(), app => app.MapIngestWhatsApp()));
        await AddAsync("ingest-chat", () => Build("ingest-chat", app => app.AddIngestChat(), app => app.MapIngestChat()));
        await AddAsync("routing", () => Build("routing", app => app.AddRouting(), app => app.MapRouting()));
        await AddAsync("blueprint", () => Build("blueprint", app => app.AddBlueprint(), app => app.MapBlueprint()));
        await AddAsync("monitoring", () => Build("monitoring", app => app.AddMonitoring(), app => app.MapMonitoring()));
        await AddAsync("crisis", () => Build("crisis", app => app.AddCrisis(), app => app.MapCrisis()));
        await AddAsync("workspace", () => Build("workspace", app => app.AddWorkspace(), app => app.MapWorkspace()));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static WebApplication Build(string service, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder([.. Unstarted.Settings]);
        builder.AddServiceDefaults(service);
        add(builder);
        WebApplication app = builder.BuildHub();
        app.UseServiceDefaults();
        map(app);
        return app;
    }

    // Built in here: the bus keeps the logger of whoever was built first in the same flow.
    private async Task AddAsync(string service, Func<WebApplication> build)
    {
        await using (WebApplication app = build())
        {
            // What starting does: from here on the routes are known to whoever describes them.
            app.UseEndpoints(_ => { });
            IOpenApiDocumentProvider provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
            OpenApiDocument document = await provider.GetOpenApiDocumentAsync();
            using StringWriter text = new();
            document.SerializeAsV31(new OpenApiJsonWriter(text));
            _documents[service] = JsonDocument.Parse(text.ToString()).RootElement;
        }
    }
}
