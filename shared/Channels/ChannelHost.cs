using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Forgetting;
using WebcareHub.Channels.Pulling;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Sending;
using WebcareHub.Channels.Webhooks;
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
        builder.Services.AddSingleton<TAdapter>();
        return builder.AddChannel(channel, provider => provider.GetRequiredService<TAdapter>());
    }

    /// <summary>The same for an adapter that serves several channels, made for this one.</summary>
    public static WebApplicationBuilder AddChannel(
        this WebApplicationBuilder builder,
        string channel,
        Func<IServiceProvider, IChannelAdapter> adapter
    )
    {
        builder.AddShared(channel);
        builder.Services.AddSingleton(adapter);
        builder.Services.AddHotConsumer<ApplyStatuses>(Queues.StatusesFor(channel), new HotConsumerOptions { Workers = 1 });
        return builder;
    }

    /// <summary>A channel that is asked what happened, beside <see cref="AddChannel"/>.</summary>
    public static WebApplicationBuilder AddPullChannel<TChannel>(this WebApplicationBuilder builder)
        where TChannel : class, IPullChannel
    {
        builder.Services.TryAddSingleton<PullRows>();
        builder.Services.TryAddSingleton<TChannel>();
        builder.Services.AddSingleton<Puller<TChannel>>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Puller<TChannel>>());
        return builder;
    }

    /// <summary>A platform that posts what happened, beside <see cref="AddChannel"/>.</summary>
    public static WebApplicationBuilder AddWebhook<TWebhook>(this WebApplicationBuilder builder)
        where TWebhook : class, IWebhook
    {
        builder.Services.AddSingleton<TWebhook>();
        builder.Services.AddSingleton<IWebhook>(provider => provider.GetRequiredService<TWebhook>());
        return builder;
    }

    /// <summary>Accounts, and stored files: down for colleagues, up for answers. Mapped once, however many services with channels there are in this process.</summary>
    public static void MapChannels(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MappedOnce>().Claim())
        {
            var api = app.MapApi();
            api.MapAccounts();
            api.MapFiles();
        }
    }

    private static void MapFiles(this RouteGroupBuilder api)
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

    /// <summary>Says yes once.</summary>
    private sealed class MappedOnce
    {
        private int claimed;

        public bool Claim() => Interlocked.Exchange(ref claimed, 1) == 0;
    }

    // The queues carry one channel's name, so their consumers come per channel; what serves all of them comes once.
    private static void AddShared(this WebApplicationBuilder builder, string channel)
    {
        builder.AddConsumer<AcceptReply>(Queues.RepliesFor(channel));
        builder.AddConsumer<SettleUncertain>(Queues.RepliesFor(channel));
        builder.AddConsumer<WantFiles>(Queues.RepliesFor(channel));
        builder.AddConsumer<Forget>(Queues.ErasuresFor(channel));
        builder.AddConsumer<EndKeeping>(Queues.ErasuresFor(channel));
        if (builder.Services.Any(service => service.ServiceType == typeof(MappedOnce)))
        {
            return;
        }

        builder.Services.AddReceiving();
        builder.Services.AddSending();
    }

    private static void AddReceiving(this IServiceCollection services)
    {
        services.AddSingleton<MappedOnce>();
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
        services.AddSingleton<Admission>();
        services.AddSingleton<PlatformApps>();
        services.AddSingleton<WebhookDoor>();
        services.AddSingleton<Accounts.Accounts>();
        services.AddSingleton<AccountBook>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountBook>());
        services.AddSingleton<AccountSigns>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountSigns>());
        services.AddSingleton<Reception>();
        services.AddHostedService<TakeInLater>();
        services.AddHostedService<Retention>();
    }

    private static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<Wake>();
        services.AddSingleton<Adapters>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<SendPart>();
        services.AddSingleton<Echoes>();
        services.AddSingleton<TellRecipient>();
        services.AddSingleton<FileScan>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileRows>();
        services.AddSingleton<OutgoingFiles>();
        services.AddHostedService<Dispatcher>();
        services.AddHostedService<TellOutcomes>();
        services.AddHostedService<Fetcher>();
        services.AddHostedService<TellFiles>();
    }
}
