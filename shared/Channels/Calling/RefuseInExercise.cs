using WebcareHub.ServiceDefaults.Exercising;

namespace WebcareHub.Channels.Calling;

/// <summary>The last gate, on the wire: nothing that an exercise asked for makes a call to a platform.</summary>
internal sealed class RefuseInExercise(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        NoExerciseNow();
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        NoExerciseNow();
        return base.Send(request, cancellationToken);
    }

    private static void NoExerciseNow()
    {
        if (ExerciseScope.IsOn)
        {
            throw new ExerciseRefusedException("the wire");
        }
    }
}
