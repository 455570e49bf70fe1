using System.Collections.Concurrent;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.IngestTesting;

/// <summary>What Routing and the workspace would receive, heard on the real queues.</summary>
public sealed class Ear
{
    /// <summary>What came in for Routing.</summary>
    public ConcurrentQueue<Inbound> Inbound { get; } = new();

    /// <summary>What became of answers.</summary>
    public ConcurrentQueue<ReplyOutcome> Outcomes { get; } = new();

    /// <summary>What became of files.</summary>
    public ConcurrentQueue<AttachmentStored> Files { get; } = new();

    /// <summary>Who was writing.</summary>
    public ConcurrentQueue<ResidentTyping> Typing { get; } = new();

    /// <summary>Listens in a service that is being built.</summary>
    public void Listen(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(this);
        builder.Services.AddHotConsumer<HearInbound>(Queues.RoutingInbound);
        builder.AddConsumer<Hear>(Queues.RoutingOutcomes);
        builder.AddConsumer<HearTyping>("test.typing");
    }

    private sealed class HearInbound(Ear ear) : IHotHandler
    {
        public Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
        {
            foreach (var delivery in batch)
            {
                ear.Inbound.Enqueue(JsonSerializer.Deserialize(delivery.Body.Span, InboundJson.Default.Inbound)!);
            }

            return Task.CompletedTask;
        }

        public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) => [];
    }

    private sealed class Hear(Ear ear) : IConsumer<ReplyOutcome>, IConsumer<AttachmentStored>
    {
        public Task Consume(ConsumeContext<ReplyOutcome> context)
        {
            ear.Outcomes.Enqueue(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<AttachmentStored> context)
        {
            ear.Files.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    private sealed class HearTyping(Ear ear) : IConsumer<ResidentTyping>
    {
        public Task Consume(ConsumeContext<ResidentTyping> context)
        {
            ear.Typing.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
