using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Logbook;

/// <summary>What happened in a crisis, as a report.</summary>
internal static class Logbook
{
    internal static void AddLogbook(this WebApplicationBuilder builder) => builder.Services.AddFeedSubscriber<FollowAnswers>();

    internal static void MapLogbook(this RouteGroupBuilder api)
    {
        var log = api.MapGroup("/crises/{id:guid}").WithTags("Crises");
        log.MapGet("/log", ShowLog.Get)
            .WithName("ShowCrisisLog")
            .WithSummary("The log: what was switched, said, heard and answered, in sentences");
        log.MapGet("/log/table", ShowLog.GetTable).WithName("GetCrisisLogTable").WithSummary("The log as a table, for the evaluation");
    }
}
