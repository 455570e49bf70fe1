using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Care;

/// <summary>Care for the blueprint: what to look at again, what needs mending, what nobody has an answer to.</summary>
internal static class Caring
{
    internal static void AddCare(this WebApplicationBuilder builder) => builder.Services.AddFeedSubscriber<UnansweredCounting>();

    internal static void MapCare(this RouteGroupBuilder api)
    {
        var care = api.MapGroup("").WithTags("Care");
        care.MapGet("/reviews", ListReviews.Get).WithName("ListReviews").WithSummary("Entries to look at again, soonest first");
        care.MapPost("/reviews/{section}/{id}", Review.Post).WithName("ReviewEntry").WithSummary("An entry was looked at; its next date");
        care.MapGet("/care", ShowCare.Get).WithName("ShowCare").WithSummary("What needs care in the blueprint");
        care.MapGet("/unanswered", ListUnanswered.Get)
            .WithName("ListUnanswered")
            .WithSummary("Conversations answered without a standard answer, per week and topic");
        care.MapGet("/searches-in-vain", ListSearchesInVain.Get)
            .WithName("ListSearchesInVain")
            .WithSummary("What was searched among the standard answers and not found");
        care.MapGet("/searches-in-vain/file", ListSearchesInVain.GetFile)
            .WithName("DownloadSearchesInVain")
            .WithSummary("The same as a table");
        care.MapPost("/searches-in-vain", SearchInVain.Post)
            .RequireRole(DeskRoles.All)
            .WithName("SearchInVain")
            .WithSummary("A search found no standard answer, and none was used");
    }
}
