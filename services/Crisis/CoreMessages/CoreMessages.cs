using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>What a layer says in a crisis, and what each municipality makes of it.</summary>
internal static class CoreMessages
{
    internal static void AddCoreMessages(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<CoreMessageDesk>().AddSingleton<ShowCoreMessage>();

    internal static void MapCoreMessages(this RouteGroupBuilder api)
    {
        var messages = api.MapGroup("/core-messages").WithTags("Core messages").RequireRole(DeskRoles.All);
        messages
            .MapGet("", ListCoreMessages.Get)
            .WithName("ListCoreMessages")
            .WithSummary("Core messages, newest first, each as a draft in the caller's own voice");
        messages.MapPost("", Issue.Post).WithName("IssueCoreMessage").WithSummary("Say for a layer what is known");
        var one = messages.MapGroup("/{id:guid}");
        one.MapGet("", ShowCoreMessage.Get).WithName("ShowCoreMessage").WithSummary("One core message");
        one.MapGet("/board", ShowCoreMessage.GetBoard)
            .WithName("ShowCoreMessageBoard")
            .WithSummary("Who released, localised or declined it");
        one.MapPost("/versions", IssueVersion.Post)
            .WithName("IssueCoreMessageVersion")
            .WithSummary("A new version; every municipality decides again");
        one.MapPost("/release", Release.Post)
            .WithName("ReleaseCoreMessage")
            .WithSummary("Say it as it was issued, as the municipality's spokesperson");
        one.MapPost("/localise", Localise.Post).WithName("LocaliseCoreMessage").WithSummary("Say it in the municipality's own words");
        one.MapPost("/decline", Decline.Post).WithName("DeclineCoreMessage").WithSummary("Do not say it, or no longer, with a reason");
        one.MapPost("/withdraw", Withdraw.Post).WithName("WithdrawCoreMessage").WithSummary("Let it hold nowhere any more");
    }
}
