using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Workspace.Crisis.Banner;
using WebcareHub.Workspace.Overview.Now;

namespace WebcareHub.Workspace.Live;

/// <summary>Live updates: the bus fans out to open screens.</summary>
internal static class LiveSetup
{
    internal static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddSingleton<CrisisSignal>();
        builder.Services.AddSingleton<NewsroomWatch>();
        builder.AddConsumerPerProcess<ShowChanges>("screens");
    }
}
