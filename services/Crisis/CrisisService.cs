using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Following;
using WebcareHub.Crisis.Logbook;
using WebcareHub.Crisis.Naming;
using WebcareHub.Crisis.PublicPage;
using WebcareHub.Crisis.Rehearsing;
using WebcareHub.Crisis.Rumours;
using WebcareHub.Crisis.Speaking;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis;

/// <summary>The Crisis service: the crisis itself, what is said in it, and the public page.</summary>
public static class CrisisService
{
    /// <summary>Registers what the endpoints need. The store and the bus come from the host.</summary>
    public static WebApplicationBuilder AddCrisis(this WebApplicationBuilder builder)
    {
        builder.Services.AddMigrations<Migrated>("crisis");
        builder.Services.AddRulebook();
        builder.AddSwitching();
        builder.AddLogbook();
        builder.AddRehearsing();
        builder.Services.AddFeedSubscriber<FollowCrises>();
        builder.Services.AddSingleton<Standings>();
        builder.Services.AddSingleton<Hints>();
        builder.AddCoreMessages();
        builder.AddRumours();
        builder.AddPublicPage();
        return builder;
    }

    /// <summary>Maps the routes under <c>/api/v1</c>.</summary>
    public static WebApplication MapCrisis(this WebApplication app)
    {
        var api = app.MapApi().BesideExercise();
        api.MapNaming();
        api.MapSwitching();
        api.MapLogbook();
        api.MapRehearsing();
        var either = app.MapApi().InExercise();
        either.MapCoreMessages();
        either.MapRumours();
        app.MapPublicPage();
        return app;
    }

    /// <summary>Stands for the assembly that holds the migrations.</summary>
    private sealed class Migrated;
}
