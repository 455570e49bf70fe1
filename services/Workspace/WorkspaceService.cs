using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Components;
using WebcareHub.Workspace.Crisis.Exercising;
using WebcareHub.Workspace.Crisis.Surroundings;
using WebcareHub.Workspace.Drafts;
using WebcareHub.Workspace.Files;
using WebcareHub.Workspace.Forwarding;
using WebcareHub.Workspace.Http;
using WebcareHub.Workspace.Live;
using WebcareHub.Workspace.Overview.Parts;
using WebcareHub.Workspace.SignIn;
using WebcareHub.Workspace.Together.Hours;

namespace WebcareHub.Workspace;

/// <summary>The web application people work in. It uses only the public APIs, with the signed-in colleague's token.</summary>
public static class WorkspaceService
{
    /// <summary>Registers the pages, sign-in, the API client and live updates.</summary>
    public static WebApplicationBuilder AddWorkspace(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder
            .Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DisconnectedCircuitRetentionPeriod = Patience);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddDeskClients(builder.Configuration);
        builder.AddSignIn();
        builder.AddLive();
        builder.AddForwarding();
        builder.Services.AddSingleton<DraftStore>();
        return builder;
    }

    /// <summary>Maps the pages and the few endpoints beside them.</summary>
    public static WebApplication MapWorkspace(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignIn();
        app.MapFiles();
        app.MapSheets();
        app.MapAnalyses();
        app.MapDownloads();
        app.MapDrafts();
        app.MapExercise();
        app.MapForwarding();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(SignInSetup.Policy);
        return app;
    }

    // A colleague in a train tunnel finds the screen as it was.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
}
