using System.Collections.Concurrent;
using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Bus;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Stands where the WhatsApp service stands: it takes what Routing sends to the channel.</summary>
internal static class Fakes
{
    internal sealed class Channel
    {
        public ConcurrentQueue<object> Received { get; } = [];

        public void Add(WebApplicationBuilder builder)
        {
            builder.Services.AddSingleton(this);
            builder.AddConsumer<Receiver>(Queues.RepliesFor("whatsapp"));
            builder.AddConsumer<Receiver>(Queues.RepliesFor("facebook"));
            builder.AddConsumer<Receiver>(Queues.RepliesFor("messenger"));
            builder.AddConsumer<Keeper>(Queues.ErasuresFor("whatsapp"));
            builder.AddConsumerPerProcess<Listener>("screens");
        }
    }

    internal sealed class Receiver(Channel channel) : IConsumer<ReplyToSend>, IConsumer<FetchAttachments>, IConsumer<UncertainSettled>
    {
        public Task Consume(ConsumeContext<ReplyToSend> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<FetchAttachments> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<UncertainSettled> context) => Keep(context.Message);

        private Task Keep(object message)
        {
            channel.Received.Enqueue(message);
            return Task.CompletedTask;
        }
    }

    internal sealed class Keeper(Channel channel) : IConsumer<KeepingEnded>
    {
        public Task Consume(ConsumeContext<KeepingEnded> context)
        {
            channel.Received.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }

    internal sealed class Listener(Channel channel) : IConsumer<ConversationsChanged>, IConsumer<ResidentErased>
    {
        public Task Consume(ConsumeContext<ConversationsChanged> context) => Keep(context.Message);

        public Task Consume(ConsumeContext<ResidentErased> context) => Keep(context.Message);

        private Task Keep(object message)
        {
            channel.Received.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
