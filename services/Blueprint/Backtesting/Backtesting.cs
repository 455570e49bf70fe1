using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Backtesting;

/// <summary>Candidates are tried on recorded messages here, before anybody feels them.</summary>
internal static class Backtesting
{
    private static readonly string[] Roles = [.. DeskRoles.All, "editor", "analyst"];

    internal static void AddBacktesting(this WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<BacktestRows>()
            .AddSingleton<BlueprintEditions>()
            .AddSingleton<Candidates>()
            .AddSingleton<Texts>()
            .AddSingleton<StartBacktest.Intake>()
            .AddSingleton<BacktestRun>()
            .AddSingleton(services => new FolderBacktest(
                services.GetRequiredService<BacktestRun>(),
                services.GetRequiredService<BlueprintEditions>(),
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<BacktestNudge>()
            .AddHostedService<BacktestQueue>();

    internal static void MapBacktesting(this RouteGroupBuilder api)
    {
        var backtests = api.MapGroup("/backtests").WithTags("Backtests").RequireRole(Roles);
        backtests.MapPost("/", StartBacktest.Post).WithName("StartBacktest").WithSummary("Try a candidate on recorded messages");
        backtests
            .MapGet("/", ListBacktests.Get)
            .WithName("ListBacktests")
            .WithSummary("Back-tests of the caller's municipality, newest first");
        backtests.MapGet("/{id:guid}", ShowBacktest.Get).WithName("ShowBacktest").WithSummary("A back-test with its progress and report");
        backtests.MapDelete("/{id:guid}", StopBacktest.Delete).WithName("StopBacktest").WithSummary("Stop a back-test, or throw it away");
    }
}
