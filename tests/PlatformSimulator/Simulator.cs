using System.Text.Json.Serialization;
using WebcareHub.PlatformSimulator.Bluesky;
using WebcareHub.PlatformSimulator.Control;
using WebcareHub.PlatformSimulator.Demo;
using WebcareHub.PlatformSimulator.Mastodon;
using WebcareHub.PlatformSimulator.Meta;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;
using WebcareHub.PlatformSimulator.X;

namespace WebcareHub.PlatformSimulator;

/// <summary>The WhatsApp Cloud API as a server of our own: as strict as the real one, and able to fail on command.</summary>
public static class Simulator
{
    /// <summary>Adds the platform, its webhooks, the control API and the demo page.</summary>
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<SimulatorOptions>().Bind(builder.Configuration.GetSection("Simulator"));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 110 * 1024 * 1024);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSingleton<SimulatorClock>();
        builder.Services.AddPlatform().AddWebhooks().AddControl().AddDemo();
        builder.Services.AddMeta();
        builder.Services.AddMastodon();
        builder.Services.AddX();
        builder.Services.AddBlueskyNetwork();
        return builder;
    }

    /// <summary>Maps everything.</summary>
    public static WebApplication MapSimulator(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPlatform();
        app.MapBlueskyNetwork();
        app.MapControl();
        app.MapDemo();
        app.MapMeta();
        app.MapX();
        app.MapMastodon();
        return app;
    }
}
