using System.Collections.Concurrent;
using System.Text.Json;
using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.HotPath;

namespace WebcareHub.Ingest.Social.Tests;

/// <summary>What Routing would receive, heard on the real queues.</summary>
public sealed class Ear
{
    internal ConcurrentQueue<Inbound> Inbound { get; } = new();

    internal ConcurrentQueue<ReplyOutcome> Outcomes { get; } = new();

    internal ConcurrentQueue<AttachmentStored> Files { get; } = new();

    internal sealed class HearInbound(Ear ear) : IHotHandler
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

    internal sealed class HearOutcome(Ear ear) : IConsumer<ReplyOutcome>
    {
        public Task Consume(ConsumeContext<ReplyOutcome> context)
        {
            ear.Outcomes.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    internal sealed class HearFile(Ear ear) : IConsumer<AttachmentStored>
    {
        public Task Consume(ConsumeContext<AttachmentStored> context)
        {
            ear.Files.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}
