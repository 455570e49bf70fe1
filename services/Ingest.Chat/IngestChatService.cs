using Microsoft.AspNetCore.Mvc;
using WebcareHub.Channels;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Files;
using WebcareHub.Ingest.Chat.Following;
using WebcareHub.Ingest.Chat.Forgetting;
using WebcareHub.Ingest.Chat.Sending;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Typing;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Widget;
using WebcareHub.Ingest.Chat.Writing;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Ingest.Chat;

/// <summary>The chat on municipalities' own websites: the widget, and the conversations of its visitors.</summary>
public static class IngestChatService
{
    /// <summary>Registers the service; the Hub calls it beside the others.</summary>
    public static WebApplicationBuilder AddIngestChat(this WebApplicationBuilder builder)
    {
        builder.AddChannel<ChatAdapter>(Channel.Chat);
        builder.Services.AddMigrations<ChatAdapter>("chat");
        builder.AddSites();
        builder.Services.AddSingleton<WidgetScript>();
        builder.Services.AddSingleton<VisitRows>();
        builder.Services.AddSingleton<ItemRows>();
        builder.Services.AddSingleton<VisitFiles>();
        builder.Services.AddSingleton<SendPart>();
        builder.Services.AddSingleton<FetchUpload>();
        builder.Services.AddSingleton<Bell>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Bell>());
        builder.Services.AddHostedService<Sweep>();
        builder.Services.AddForgetResident<ForgetVisitor>();
        builder.AddConsumer<ForgetVisitor>(Queues.ErasuresFor(Channel.Chat));
        builder.AddConsumer<KnowResident>(Queues.RepliesFor(Channel.Chat));
        builder.AddConsumer<TellRested>(Queues.RepliesFor(Channel.Chat));
        return builder;
    }

    /// <summary>Maps <c>/channels/chat</c>, <c>/api/v1/chat</c>, and what channels share.</summary>
    public static WebApplication MapIngestChat(this WebApplication app)
    {
        app.MapGet("/channels/chat/widget.js", WidgetScript.Get).AllowAnonymous().ExcludeFromDescription();
        var site = app.MapSite();
        site.MapGet("", GetSite.Get);
        site.MapPost("/visits", Begin.Post).WithLimit(Limit.Begin);
        site.MapGet("/items", Follow.Get).WithLimit(Limit.Follow);
        site.MapPost("/messages", Write.Post).WithLimit(Limit.Write);
        site.MapPut("/files/{id:guid}", UploadFile.Put)
            .WithLimit(Limit.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(UploadFile.Limit + 1));
        site.MapGet("/files/{id:guid}", DownloadFile.Get).WithLimit(Limit.Write);
        site.MapPost("/receipts", Acknowledge.Post);
        site.MapPost("/typing", VisitorTypes.Post).WithLimit(Limit.Type);
        site.MapPost("/ratings", Rate.Post).WithLimit(Limit.Write);

        var chat = app.MapApi().MapGroup("/chat").WithTags("Chat");
        chat.MapPost("/typing", ColleagueTypes.Post)
            .RequireRole(DeskRoles.All)
            .WithName("TellTyping")
            .WithSummary("Lets the visitor see that a colleague is writing.");
        chat.MapGet("/sites", ListSites.Get).RequireRole("admin").WithName("ListChatSites").WithSummary("Where the chat may stand.");
        chat.MapPut("/sites/{account}", PutSite.Put)
            .RequireRole("admin")
            .WithName("PutChatSite")
            .WithSummary("Says on which websites this chat may stand.");
        app.MapChannels();
        return app;
    }
}
