using WebcareHub.Routing.Timers;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Pools;

/// <summary>Pools of colleagues who help one another, who is at work, and what opens a question to them.</summary>
internal static class Pools
{
    public static WebApplicationBuilder AddPools(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PoolDesk>();
        builder.Services.AddSingleton<PoolFounding>();
        builder.Services.AddSingleton<ITimedWork, Overflow>();
        builder.Services.AddSingleton<ITimedWork, EndSilence>();
        return builder;
    }

    public static void MapPools(this IEndpointRouteBuilder api)
    {
        var presence = api.MapGroup("/presence").WithTags("Pools").RequireRole(DeskRoles.All);
        presence.MapGet("", GetPresent.Get).WithName("GetPresence").WithSummary("The caller at work, and the pools to choose from.");
        presence
            .MapPut("", SetPresent.Put)
            .WithName("SetPresence")
            .WithSummary("Come, go, or say once a minute that one is still there. Going offline returns what was not answered.");
        var one = api.MapGroup("/conversations/{id:guid}").WithTags("Pools").RequireRole(DeskRoles.All);
        one.MapPost("/share", Share.Post).WithName("ShareConversation").WithSummary("Ask a pool for help with this question.").Refusing();
        one.MapPost("/take-back", TakeBack.Post)
            .WithName("TakeBackConversation")
            .WithSummary("Take a shared question back; whoever helped no longer reaches it.")
            .Refusing();
        var pools = api.MapGroup("/pools").WithTags("Pools");
        pools.MapGet("", ListPools.Get).WithName("ListPools").WithSummary("The pools that are there for the caller.");
        pools
            .MapGet("/held", ListHeld.Get)
            .RequireRole(DeskRoles.All)
            .WithName("ListHeldConversations")
            .WithSummary("What the caller has of other municipalities.");
        MapOne(pools.MapGroup("/{pool}"));
    }

    private static void MapOne(RouteGroupBuilder pool)
    {
        pool.MapGet("", ShowPool.Get).WithName("ShowPool").WithSummary("Members, colleagues, and what taking part asks.");
        pool.MapGet("/now", ShowPoolNow.Get)
            .WithName("ShowPoolNow")
            .WithSummary("What waits per municipality, what is at risk, and who is at work.");
        pool.MapPut("/members/{municipality}", Join.Put)
            .WithName("JoinPool")
            .WithSummary("Let a municipality take part, or change its terms.")
            .Refusing();
        pool.MapDelete("/members/{municipality}", Join.Delete)
            .WithName("LeavePool")
            .WithSummary("A municipality no longer takes part.")
            .Refusing();
        pool.MapPut("/agents/{municipality}/{subject}", Admit.Put)
            .WithName("AdmitToPool")
            .WithSummary("Admit a colleague, or change what they do.")
            .Refusing();
        pool.MapDelete("/agents/{municipality}/{subject}", Admit.Delete)
            .WithName("RemoveFromPool")
            .WithSummary("A colleague no longer works in the pool.")
            .Refusing();
        MapShifts(pool.MapGroup("/shifts"));
    }

    private static void MapShifts(RouteGroupBuilder shifts)
    {
        shifts.MapGet("", Shifts.List).WithName("ListShifts").WithSummary("Shifts of a period of 31 days, with who comes.");
        shifts.MapPost("", Shifts.Plan).WithName("PlanShift").WithSummary("Plan a shift.").Refusing();
        shifts.MapDelete("/{id:guid}", Shifts.Cancel).WithName("CancelShift").WithSummary("A shift does not go on.").Refusing();
        shifts.MapPost("/{id:guid}/take", Shifts.Take).WithName("TakeShift").WithSummary("Sign up for a shift.").Refusing();
        shifts.MapPost("/{id:guid}/give-up", Shifts.GiveUp).WithName("GiveUpShift").WithSummary("Not come after all.").Refusing();
        shifts
            .MapPost("/{id:guid}/hand-over", Shifts.HandOver)
            .WithName("HandOverShift")
            .WithSummary("Hand a shift over to a colleague.")
            .Refusing();
    }

    private static void Refusing(this RouteHandlerBuilder route) =>
        route.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
}
