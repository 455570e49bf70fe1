using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Timers;

namespace WebcareHub.Routing.Promises;

/// <summary>Coming back to residents with the outcome.</summary>
internal static class Promises
{
    public static WebApplicationBuilder AddPromises(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ITimedWork, ReturnPromises>();
        return builder;
    }

    /// <param name="one">The routes of one conversation.</param>
    public static void MapPromises(this RouteGroupBuilder one)
    {
        one.MapPost("/promise", Promise.Post)
            .WithName("PromiseToComeBack")
            .WithSummary("Promise the resident to come back to it; it comes back in the work list on that day.")
            .Refusing();
        one.MapPost("/promise/kept", KeepPromise.Post).WithName("KeepPromise").WithSummary("The resident was told the outcome.").Refusing();
    }

    /// <summary>The promise that is open; null when there is none.</summary>
    public static OpenPromise? Open(DeskView view) =>
        view.Conversation.PromisedUntil is { } until
        && view.Events.Select(recorded => recorded.Data).OfType<LoopPromised>().LastOrDefault() is { } promised
            ? new(promised.What, PromisedDay.EndingAt(until), promised.By, promised.At)
            : null;
}
