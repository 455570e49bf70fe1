using MassTransit;
using WebcareHub.Contracts.Bus;
using WebcareHub.Workspace.Crisis.Banner;

namespace WebcareHub.Workspace.Live;

/// <summary>Every process hears every change and tells its own screens.</summary>
internal sealed class ShowChanges(ChangeFeed feed, CrisisSignal signal)
    : IConsumer<ConversationsChanged>,
        IConsumer<ResidentTyping>,
        IConsumer<CrisisChanged>
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

    public Task Consume(ConsumeContext<CrisisChanged> context)
    {
        signal.Tell();
        return Task.CompletedTask;
    }
}
