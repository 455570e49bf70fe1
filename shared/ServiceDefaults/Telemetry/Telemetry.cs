using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WebcareHub.ServiceDefaults.Telemetry;

/// <summary>Logs as JSON on the console; traces, metrics and logs by OTLP when <c>Otel:Endpoint</c> is set.</summary>
internal static class Telemetry
{
    internal static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.ClearProviders().AddJsonConsole(options => options.IncludeScopes = false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("MassTransit", LogLevel.Warning);
        if (builder.Configuration["Otel:Endpoint"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService(service, "webcare");
        Action<OtlpExporterOptions> export = options => options.Endpoint = new Uri(endpoint);
        builder.Logging.AddOpenTelemetry(options => options.SetResourceBuilder(resource).AddOtlpExporter(export));
        builder.Services.AddSingleton(
            Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", Signals.Name)
                .AddOtlpExporter(export)
                .Build()
        );
        builder.Services.AddSingleton(
            Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.*", "System.Net.*", "System.Runtime", "Npgsql", "MassTransit", Signals.Name)
                .AddOtlpExporter(export)
                .Build()
        );
        builder.Services.AddHostedService<FlushAtStop>();
    }

    /// <summary>The last spans and figures leave before the process does.</summary>
    private sealed class FlushAtStop(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2000);
            metrics.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
