using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WebcareHub.ServiceDefaults.Authentication;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.ServiceDefaults.HotPath;

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

        builder.Services.TryAddSingleton<DeadLetterBox>();
        builder.Services.AddSignIn();
        builder.Services.AddHotPath(new Uri(builder.Configuration.Required("ConnectionStrings:RabbitMq")), service);
        return builder;
    }

    /// <summary>Builds, with all that <c>AddBus</c> collected on one bus.</summary>
    public static WebApplication BuildHub(this WebApplicationBuilder builder)
    {
        builder.ComposeBus();
        return builder.Build();
    }

    /// <summary>The pipeline every service has: problems, headers, sign-in, health, OpenAPI. Call before mapping routes.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
