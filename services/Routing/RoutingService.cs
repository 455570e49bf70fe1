using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Counting;
using WebcareHub.Routing.Deliveries;
using WebcareHub.Routing.Guiding;
using WebcareHub.Routing.Inbound;
using WebcareHub.Routing.Outcomes;
using WebcareHub.Routing.Relay;
using WebcareHub.Routing.Residents;
using WebcareHub.Routing.Searching;
using WebcareHub.Routing.Thread;
using WebcareHub.Routing.Timers;
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
        builder.AddConsumer<OutcomeConsumer>(Queues.RoutingOutcomes);
        return builder.AddConversations().AddResidents().AddTimers();
    }

    /// <summary>The desk API, <c>/api/v1</c>.</summary>
    public static WebApplication MapRouting(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapConversations();
        api.MapGuidance();
        api.MapResidents();
        api.MapGet("/work-list-counts", CountConversations.Get)
            .WithTags("Conversations")
            .WithName("GetWorkListCounts")
            .WithSummary("How many conversations stand where; counting stops at a thousand.");
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
        return app;
    }
}
