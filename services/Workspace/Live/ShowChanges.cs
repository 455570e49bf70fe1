using MassTransit;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Workspace.Live;

/// <summary>Every process hears every change and tells its own screens.</summary>
internal sealed class ShowChanges(ChangeFeed feed) : IConsumer<ConversationsChanged>, IConsumer<ResidentTyping>
{
    public Task Consume(ConsumeContext<ConversationsChanged> context)
    {
        feed.Tell(context.Message.Changes);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ResidentTyping> context)
    {
        feed.Tell(context.Message);
        return Task.CompletedTask;
    }
}
