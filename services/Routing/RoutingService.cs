using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Routing.Alike;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.CoreMessages;
using WebcareHub.Routing.Counting;
using WebcareHub.Routing.Deliveries;
using WebcareHub.Routing.Guiding;
using WebcareHub.Routing.Inbound;
using WebcareHub.Routing.Outcomes;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Promises;
using WebcareHub.Routing.Relay;
using WebcareHub.Routing.Residents;
using WebcareHub.Routing.Searching;
using WebcareHub.Routing.Thread;
using WebcareHub.Routing.Timers;
using WebcareHub.Routing.Together;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Routing;

/// <summary>Conversations: rules applied, work lists, the desk API.</summary>
public static class RoutingService
{
    /// <summary>Everything Routing needs beside the service defaults.</summary>
    public static WebApplicationBuilder AddRouting(this WebApplicationBuilder builder)
    {
        builder.Services.AddMigrations<RouteInbound>("routing");
        builder.Services.AddRulebook();
        builder.Services.AddHotConsumer<RouteInbound>(Queues.RoutingInbound);
        builder.Services.AddFeedSubscriber<RelaySubscriber>();
        builder.Services.AddFeedSubscriber<SearchIndex>();
        builder.Services.AddFeedSubscriber<HourlyCounting>();
        builder.Services.AddFeedSubscriber<FollowCoreMessages>();
        builder.Services.AddSingleton<GetReceivers>();
        builder.AddConsumer<OutcomeConsumer>(Queues.RoutingOutcomes);
        return builder.AddConversations().AddResidents().AddPools().AddTimers().AddPromises().AddAlike().AddTogether();
    }

    /// <summary>The desk API, <c>/api/v1</c>.</summary>
    public static WebApplication MapRouting(this WebApplication app)
    {
        var api = app.MapApi().InExercise();
        api.MapConversations();
        api.MapPools();
        api.MapGuidance();
        api.MapResidents();
        api.MapAlike();
        api.MapTogether();
        api.MapGet("/work-list-counts", CountConversations.Get)
            .WithTags("Conversations")
            .WithName("GetWorkListCounts")
            .WithSummary("How many conversations stand where; counting stops at a thousand.");
        api.MapGet("/core-message-receivers/{id:guid}", GetReceivers.Get)
            .RequireRole(DeskRoles.All)
            .WithTags("Core messages")
            .WithName("ListCoreMessageReceivers")
            .WithSummary("Who received a core message.");
        api.MapOperations();
        return app;
    }

    private static void MapOperations(this RouteGroupBuilder api)
    {
        api.MapGet("/hourly-counts", GetHourlyCounts.Get)
            .WithTags("Operations")
            .WithName("GetHourlyCounts")
            .WithSummary("Messages per channel, topic and hour.");
        api.MapGet("/deliveries", ListDeliveries.Get)
            .RequireRole("admin")
            .WithTags("Operations")
            .WithName("ListDeliveries")
            .WithSummary("What became of each accepted post, newest first.");
        api.MapGet("/processing-log", ListProcessingLog.Get)
            .RequireRole("admin")
            .WithTags("Operations")
            .WithName("ListProcessingLog")
            .WithSummary("Who saw which conversation, newest first.");
    }
}
