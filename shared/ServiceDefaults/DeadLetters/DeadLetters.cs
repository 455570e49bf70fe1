using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Dead letters of both buses: kept with their reason, shown, replayable.</summary>
internal static class DeadLetters
{
    internal static void AddDeadLetters(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<SealedMentions>();
        builder.Services.TryAddSingleton<DeadLetterBox>();
        builder.Services.TryAddSingleton<DeadLetterStore>();
        builder.Services.AddForgetResident<ForgetResident>();
        builder.AddConsumer<ForgetResident>(ForgetResident.Queue);
    }

    internal static void MapDeadLetters(this WebApplication app)
    {
        var routes = app.MapApi().MapGroup("/dead-letters").InExercise().RequireRole("admin").WithTags("Operations");
        routes.MapGet("", List.Get).WithName("ListDeadLetters");
        routes.MapPost("/{id:guid}/replay", Replay.Post).WithName("ReplayDeadLetter");
    }
}
