using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Crisis.Switching;

/// <summary>The crisis itself: prepared, declared, scaled, ended.</summary>
internal static class Switching
{
    internal static void AddSwitching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Reception>().AddSingleton<CrisisDesk>().AddSingleton<FallBack>();
        builder.Services.AddSingleton(services => new Preparing(
            services.GetRequiredService<CrisisDesk>(),
            services.GetRequiredService<Reception>(),
            services.GetRequiredService<EventStore.Database>()
        ));
        builder.Services.AddHostedService(services => services.GetRequiredService<FallBack>());
        builder.AddConsumer<Propose>(Queues.CrisisInflow);
    }

    internal static void MapSwitching(this RouteGroupBuilder api)
    {
        var crises = api.MapGroup("/crises").WithTags("Crises");
        crises.MapGet("", ListCrises.Get).WithName("ListCrises").WithSummary("Crises that touch the caller, newest first");
        crises.MapGet("/banner", ShowBanner.Get).WithName("ShowCrisisBanner").WithSummary("What every colleague in scope must know now");
        crises.MapGet("/proposals", ListProposals.Get).WithName("ListCrisisProposals").WithSummary("Where far more comes in than usual");
        crises.MapGet("/scenarios", ShowScenarios.Get).WithName("ListCrisisScenarios").WithSummary("The scenarios of a layer");
        crises.MapGet("/offices", ShowOffices.Get).WithName("ShowCrisisOffices").WithSummary("For which layers the caller is coordinator");
        crises.MapGet("/preview", PreviewCrisis.Get).WithName("PreviewCrisis").WithSummary("What declaring would do, before it happens");
        crises.MapPost("", Prepare.Post).WithName("PrepareCrisis").WithSummary("Make a crisis ready beforehand");
        crises.MapPost("/declare", Declare.Post).WithName("DeclareCrisis").WithSummary("Switch a crisis on");
        var one = crises.MapGroup("/{id:guid}");
        one.MapGet("", ShowCrisis.Get).WithName("ShowCrisis").WithSummary("One crisis");
        one.MapPost("/confirm", Confirm.Post).WithName("ConfirmNational").WithSummary("The second person's word on the whole country");
        one.MapPost("/scope", ScaleTo.Post).WithName("ScaleCrisis").WithSummary("Scale up or down");
        one.MapPost("/end", End.Post).WithName("EndCrisis").WithSummary("End it: what was switched is switched back");
        one.MapPost("/phase", ChangePhaseTo.Post).WithName("ChangeCrisisPhase").WithSummary("Aftermath, evaluation, closed");
        one.MapPost("/set-aside", SetAside.Post).WithName("SetCrisisAside").WithSummary("Nothing comes of what was prepared or proposed");
        one.MapPut("/grip", TellGrip.Put).WithName("TellGrip").WithSummary("A region's GRIP level, as told");
        one.MapPut("/national-structure", TellNationalStructure.Put)
            .WithName("TellNationalStructure")
            .WithSummary("The national crisis structure, as told");
        one.MapPut("/next-update", PromiseUpdate.Put).WithName("PromiseUpdate").WithSummary("When residents hear more");
        one.MapPut("/owner", HandOver.Put).WithName("HandOverCrisis").WithSummary("Another coordinator leads it");
        one.MapPut("/checklist", TickStep.Put).WithName("TickCrisisStep").WithSummary("Tick a step of the scenario's checklist");
        one.MapPost("/log", AddLogLine.Post).WithName("AddCrisisLogLine").WithSummary("Write something in the log");
    }
}
