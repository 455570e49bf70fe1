using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

/// <summary>What tests and the page steer and ask; no part of the real platform.</summary>
internal static class Control
{
    public static IServiceCollection AddControl(this IServiceCollection services) => services.AddSingleton<Pen>();

    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/simulator");
        control.MapGet("/ready", () => Results.Ok());
        control.MapPost("/messages", Write.Post);
        control.MapPost("/webhooks", PostRaw.Post);
        control.MapPost("/webhooks/{id:long}/again", PostAgain.Post);
        control.MapGet("/webhooks", SeeWebhooks.Get);
        control.MapGet("/received", SeeReceived.Get);
        control.MapGet("/repeated", SeeReceived.GetRepeated);
        control.MapGet("/counts", SeeCounts.Get);
        control.MapGet("/chats/{number}/{resident}", SeeChat.Get);
        control.MapGet("/files/{id}", SeeChat.GetFile);
        control.MapPost("/failures", (Failure failure, Failures failures) => failures.Order(failure));
        control.MapDelete("/failures", (Failures failures) => failures.Clear());
        control.MapPut("/behaviour", (Behaviour behaviour, Manner manner) => manner.Change(behaviour));
        control.MapPost("/numbers", Register.PostNumbers);
        control.MapPost("/templates", Register.PostTemplate);
        control.MapPost("/verify", Verify.Post);
        control.MapPost("/reset", Reset.Post);
    }
}
