using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.Clock;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.ServiceDefaults.Exercising;
using WebcareHub.ServiceDefaults.Health;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.ServiceDefaults.Problems;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.ServiceDefaults;

/// <summary>What every service starts with.</summary>
public static class ServiceStart
{
    /// <summary>Configuration, clock, database, telemetry, sign-in, health, problem details, OpenAPI and the hot path.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="service">Its name in telemetry and at the broker, kebab-case.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration["Secrets:Path"] is { Length: > 0 } secrets)
        {
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
        }

        DevelopmentOnly.Check(builder.Configuration, builder.Environment);
        builder.AddTelemetry(service);
        builder.AddClock();
        builder.Services.AddWebcareDatabase(builder.Configuration.Required("ConnectionStrings:Postgres"));
        builder.Services.AddMigrations<Caller>("hub");
        builder.Services.AddHotPath(new Uri(builder.Configuration.Required("ConnectionStrings:RabbitMq")), service);
        builder.AddDeadLetters();
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<Offices>();
        builder.AddRateLimit();
        builder.Services.AddProblems();
        builder.Services.AddHealth();
        builder.Services.AddDescription(service);
        builder.Services.Configure<JsonOptions>(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase))
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>Builds, with one bus for all consumers that were added.</summary>
    public static WebApplication BuildHub(this WebApplicationBuilder builder)
    {
        builder.ComposeBus();
        return builder.Build();
    }

    /// <summary>The pipeline every service has: headers, problems, sign-in, limits, health, OpenAPI. Call before mapping routes.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseProblems();
        app.UseApiHeaders();
        app.MapDescription();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseExercises();
        app.MapHealth();
        app.MapClock();
        app.MapDeadLetters();
        return app;
    }
}
