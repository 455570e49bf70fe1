using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Rumours;

/// <summary>The register of what goes round.</summary>
internal static class Rumours
{
    internal static void AddRumours(this WebApplicationBuilder builder) => builder.Services.AddSingleton<RumourDesk>();

    internal static void MapRumours(this RouteGroupBuilder api)
    {
        var rumours = api.MapGroup("/rumours").WithTags("Rumours").RequireRole(DeskRoles.All);
        rumours.MapGet("", ListRumours.Get).WithName("ListRumours").WithSummary("Rumours where the caller works, latest change first");
        rumours.MapPost("", Register.Post).WithName("RegisterRumour").WithSummary("Tell what goes round");
        var one = rumours.MapGroup("/{id:guid}");
        one.MapGet("", ShowRumour.Get).WithName("ShowRumour").WithSummary("One rumour, with what happened to it");
        one.MapPost("/spread", NoteSpread.Post).WithName("NoteRumourSpread").WithSummary("How far it goes round now");
        one.MapPost("/status", ChangeStatus.Post).WithName("ChangeRumourStatus").WithSummary("Whether it is so, and on what ground");
        one.MapPost("/owner", Own.Post).WithName("OwnRumour").WithSummary("See to it from now on");
        one.MapPost("/answer", Answer.Post).WithName("AnswerRumour").WithSummary("What residents hear, on the public pages too");
    }
}
