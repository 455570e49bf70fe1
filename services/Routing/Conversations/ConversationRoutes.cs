using WebcareHub.Routing.Promises;
using WebcareHub.Routing.Searching;
using WebcareHub.Routing.Thread;
using WebcareHub.Routing.WorkList;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Conversations;

/// <summary>What colleagues do with conversations.</summary>
internal static class ConversationRoutes
{
    public static WebApplicationBuilder AddConversations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Desk>();
        return builder;
    }

    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var list = api.MapGroup("/conversations").WithTags("Conversations").RequireRole(DeskRoles.All);
        list.MapGet("", ListConversations.Get)
            .WithName("ListConversations")
            .WithSummary("A page of one list: mine, waiting, answered, snoozed, overdue, attention, resolved, or all.");
        list.MapPost("/_search", SearchConversations.Post)
            .WithName("SearchConversations")
            .WithSummary("Find conversations by words in messages and names.");
        list.MapPost("/next", Next.Post)
            .WithName("TakeNextConversation")
            .WithSummary("Take the next conversation to work on; 204 when none waits.");
        MapOne(list.MapGroup("/{id:guid}"));
    }

    private static void MapOne(RouteGroupBuilder one)
    {
        one.MapGet("", GetConversation.Get)
            .WithName("GetConversation")
            .WithSummary("A whole conversation. Looking is recorded in the processing log.");
        one.MapGet("/trace", GetTrace.Get).WithName("GetTrace").WithSummary("Why the conversation is where it is.");
        one.MapPost("/claim", Claim.Post).WithName("ClaimConversation").WithSummary("Take this conversation.").Refusing();
        one.MapPost("/release", Release.Post).WithName("ReleaseConversation").WithSummary("Give it back to the work list.").Refusing();
        one.MapPost("/replies", Reply.Post)
            .WithName("Reply")
            .WithSummary("Answer the resident; refused on a stale view with what has changed.")
            .Refusing();
        one.MapPost("/replies/{replyId:guid}/settlement", SettleReply.Post)
            .WithName("SettleReply")
            .WithSummary("Decide about a failed or uncertain part of an answer.")
            .Refusing();
        one.MapPost("/messages/{messageId:guid}/hide", HideMessage.Hide)
            .WithName("HideMessage")
            .WithSummary("Hide a public message of the resident on the platform.")
            .Refusing();
        one.MapPost("/messages/{messageId:guid}/unhide", HideMessage.Unhide)
            .WithName("UnhideMessage")
            .WithSummary("Show a hidden message again.")
            .Refusing();
        one.MapPost("/notes", Note.Post).WithName("AddNote").WithSummary("Write a note that only colleagues read.").Refusing();
        one.MapPost("/topic", CorrectTopic.Post).WithName("CorrectTopic").WithSummary("Put another topic on the question.").Refusing();
        one.MapPost("/hand-over", HandOver.Post).WithName("HandOver").WithSummary("Give it to another work list or role.").Refusing();
        one.MapPost("/snooze", Snooze.Post).WithName("SnoozeConversation").WithSummary("Set it aside until a moment.").Refusing();
        one.MapPost("/resolve", Resolve.Post).WithName("ResolveConversation").WithSummary("Done.").Refusing();
        one.MapPost("/reopen", Reopen.Post).WithName("ReopenConversation").WithSummary("Open it again.").Refusing();
        one.MapPromises();
    }

    internal static void Refusing(this RouteHandlerBuilder route) =>
        route.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
}
