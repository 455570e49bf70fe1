using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Workspace.Live;

/// <summary>Live updates: the bus fans out to open screens.</summary>
internal static class LiveSetup
{
    internal static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChangeFeed>();
        builder.AddConsumerPerProcess<ShowChanges>("screens");
    }
}
