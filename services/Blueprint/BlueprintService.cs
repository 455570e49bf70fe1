using WebcareHub.Blueprint.Backtesting;
using WebcareHub.Blueprint.Care;
using WebcareHub.Blueprint.Choosing;
using WebcareHub.Blueprint.Drafting;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.Blueprint.Joining;
using WebcareHub.Blueprint.Municipalities;
using WebcareHub.Blueprint.Previewing;
using WebcareHub.Blueprint.Proposals;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint;

/// <summary>The Blueprint service: releases of the layers, and the register of municipalities that travels in the national one.</summary>
public static class BlueprintService
{
    /// <summary>Registers what the endpoints need. The store and the bus come from the host.</summary>
    public static WebApplicationBuilder AddBlueprint(this WebApplicationBuilder builder)
    {
        builder.Services.AddMigrations<Publisher>("blueprint");
        builder.AddPublishing();
        builder.AddTeams();
        builder.AddReading();
        builder.AddDrafting();
        builder.AddPreviewing();
        builder.AddIdeas();
        builder.AddProposals();
        builder.AddCare();
        builder.AddBacktesting();
        builder.AddChoosing();
        return builder;
    }

    /// <summary>Maps the routes under <c>/api/v1</c>.</summary>
    public static WebApplication MapBlueprint(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapPublishing();
        api.MapMunicipalities();
        api.MapTeams();
        api.MapReading();
        api.MapDrafting();
        api.MapPreviewing();
        api.MapIdeas();
        api.MapProposals();
        api.MapCare();
        api.MapBacktesting();
        api.MapChoosing();
        api.MapJoining();
        return app;
    }
}
