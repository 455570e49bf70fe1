using WebcareHub.Routing.Counting;
using WebcareHub.Routing.Satisfaction;

namespace WebcareHub.Routing.Timers;

/// <summary>What the clock starts. Waiting is a row in the database; any number of processes share the work.</summary>
internal static class Timers
{
    public static WebApplicationBuilder AddTimers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DueConversations>();
        builder.Services.AddSingleton<ITimedWork, PassDeadlines>();
        builder.Services.AddSingleton<ITimedWork, EndSnoozes>();
        builder.Services.AddSingleton<Terms>();
        builder.Services.AddSingleton<ITimedWork, KeepRetention>();
        builder.Services.AddSingleton<ITimedWork, RemoveFiles>();
        builder.Services.AddSingleton<ITimedWork, RemoveBodies>();
        builder.Services.AddSingleton<ITimedWork, EndExercises>();
        builder.Services.AddSingleton<ITimedWork, Sweep>();
        builder.Services.AddSingleton<ITimedWork, CountWaiting>();
        builder.Services.AddSingleton<ITimedWork, WatchInflow>();
        builder.Services.AddSingleton<ITimedWork, AskResidents>();
        builder.Services.AddHostedService<TimerLoop>();
        return builder;
    }
}

/// <summary>One kind of work that becomes due.</summary>
internal interface ITimedWork
{
    /// <summary>Does at most one portion in a transaction of its own; how many rows it did.</summary>
    Task<int> DoAsync(DateTimeOffset now, CancellationToken ct);
}
