using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Forgetting;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Channels;

/// <summary>Registers what every channel shares, and per channel its adapter with queues and loops.</summary>
public static class ChannelHost
{
    /// <summary>One channel: its adapter (a singleton), what comes in for it, what goes out.</summary>
    public static WebApplicationBuilder AddChannel<TAdapter>(this WebApplicationBuilder builder, string channel)
        where TAdapter : class, IChannelAdapter
    {
        builder.AddShared(channel);
        builder.Services.AddSingleton<TAdapter>();
        builder.Services.AddSingleton<IChannelAdapter>(provider => provider.GetRequiredService<TAdapter>());
        builder.Services.AddHotConsumer<ApplyStatuses>(Queues.StatusesFor(channel), new HotConsumerOptions { Workers = 1 });
        builder.Loop<TAdapter, Dispatcher>();
        builder.Loop<TAdapter, TellOutcomes>();
        builder.Loop<TAdapter, Fetcher>();
        builder.Loop<TAdapter, TellFiles>();
        return builder;
    }

    /// <summary>Stored files: down for colleagues, up for answers. Mapped once, however many channels there are in this process.</summary>
    public static void MapFiles(this RouteGroupBuilder api)
    {
        var files = api.MapGroup("/files").RequireRole(DeskRoles.All).WithTags("Files");
        files
            .MapGet("/{id:guid}", DownloadFile.Get)
            .WithName("DownloadFile")
            .WithSummary("A stored file of a resident of one's own municipality.");
        files
            .MapPost("", UploadFile.Post)
            .WithName("UploadFile")
            .WithSummary("Stores a file to be sent with an answer: the raw body, with its Content-Type.");
    }

    // The queues carry one channel's name: with a second channel in one process its consumers come beside these.
    private static void AddShared(this WebApplicationBuilder builder, string channel)
    {
        var services = builder.Services;
        builder.AddConsumer<AcceptReply>(Queues.RepliesFor(channel));
        builder.AddConsumer<SettleUncertain>(Queues.RepliesFor(channel));
        builder.AddConsumer<WantFiles>(Queues.RepliesFor(channel));
        builder.AddConsumer<Forget>(Queues.ErasuresFor(channel));
        builder.AddConsumer<EndKeeping>(Queues.ErasuresFor(channel));
        services.AddMigrations<Wake>("channels");
        services.AddForgetResident<Forget>();
        services.AddHotConsumer<KeepBodies>(
            KeptBody.Queue,
            new HotConsumerOptions
            {
                Workers = 1,
                Prefetch = 16,
                BatchSize = 8,
            }
        );
        services.TryAddSingleton<Wake>();
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<TellRecipient>();
        services.TryAddSingleton<Admission>();
        services.TryAddSingleton<Reception>();
        services.TryAddSingleton<FileScan>();
        services.TryAddSingleton<FileStore>();
        services.TryAddSingleton<FileRows>();
        services.TryAddSingleton<OutgoingFiles>();
        services.AddHostedService<Retention>();
    }

    private static void Loop<TAdapter, TLoop>(this WebApplicationBuilder builder)
        where TAdapter : class, IChannelAdapter
        where TLoop : BackgroundService =>
        builder.Services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<TLoop>(provider, provider.GetRequiredService<TAdapter>())
        );
}
