using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.ServiceDefaults.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it has its database and its broker.</summary>
internal static class Health
{
    internal static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ours"]).AddCheck<BrokerCheck>("broker", tags: ["ours"]);

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = IsOurGround }).AllowAnonymous();
    }

    /// <summary>Database, broker, and MassTransit's own word on its bus and endpoints.</summary>
    private static bool IsOurGround(HealthCheckRegistration check) => check.Tags.Contains("ours") || check.Tags.Contains("masstransit");

    private sealed class DatabaseCheck(Database database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using NpgsqlCommand command = database.App.CreateCommand("select 1");
            command.CommandTimeout = 3;
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }

    private sealed class BrokerCheck(HotPublisher publisher) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                publisher.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No connection to the broker.")
            );
    }
}
