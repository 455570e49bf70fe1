using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Logbook;

/// <summary>What happened in a crisis, as a report.</summary>
internal static class Logbook
{
    internal static void AddLogbook(this WebApplicationBuilder builder) => builder.Services.AddFeedSubscriber<FollowAnswers>();

    internal static void MapLogbook(this RouteGroupBuilder api) =>
        api.MapGet("/crises/{id:guid}/log", ShowLog.Get)
            .WithTags("Crises")
            .WithName("ShowCrisisLog")
            .WithSummary("The log: what was switched, said, heard and answered, in sentences");
}
