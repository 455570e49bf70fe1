using MassTransit;
using Microsoft.Extensions.Logging;

namespace WebcareHub.ServiceDefaults.Exercising;

/// <summary>Before every consumer of a channel's queue, whichever channel it is: a message of an exercise is refused.</summary>
internal sealed class ExerciseFilter<T>(ILogger<ExerciseFilter<T>> log) : IFilter<ConsumeContext<T>>
    where T : class
{
    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var queue = context.ReceiveContext.InputAddress.Segments[^1];
        try
        {
            NoExercise.CheckMessage(context.Message, queue);
        }
        catch (ExerciseRefusedException)
        {
            log.LogError("{Message} of an exercise came to {Queue} and is dead-lettered", typeof(T).Name, queue);
            throw;
        }

        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("no-exercise");
}
