using WebcareHub.Crisis.Rehearsing.Reporting;
using WebcareHub.Crisis.Rehearsing.Waves;

namespace WebcareHub.Crisis.Rehearsing;

/// <summary>Exercises: the wave that feeds one, and what came of it.</summary>
internal static class Rehearsing
{
    internal static void AddRehearsing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Exercises>();
        builder.Services.AddSingleton<Starting>();
        builder.Services.AddSingleton<Reports>();
        builder.Services.AddHostedService<RunWaves>();
    }

    internal static void MapRehearsing(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/crises/{crisis:guid}").WithTags("Rehearsals");
        one.MapGet("/waves", ListWaves.Get).WithName("ListWaves").WithSummary("What an exercise can be fed with, and what runs");
        one.MapPost("/waves", StartWave.Post)
            .WithName("StartWave")
            .WithSummary("Start a wave of messages of made-up residents")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        one.MapPost("/waves/{wave:guid}/stop", HoldWave.Stop).WithName("StopWave").WithSummary("Hold a wave");
        one.MapPost("/waves/{wave:guid}/resume", HoldWave.Resume).WithName("ResumeWave").WithSummary("Let a wave go on where it was");
        one.MapGet("/rehearsal", GetReport.Get).WithName("GetRehearsal").WithSummary("What came of an exercise");
        one.MapGet("/rehearsal/text", GetReport.GetText).WithName("GetRehearsalText").WithSummary("The same to read");
        one.MapGet("/rehearsal/table", GetReport.GetTable).WithName("GetRehearsalTable").WithSummary("The same as a table, CSV");
    }
}
