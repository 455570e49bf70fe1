using WebcareHub.PlatformSimulator.Client;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>What goes wrong next, as a test ordered it.</summary>
internal sealed class Failures
{
    private readonly Lock gate = new();
    private readonly List<(Failure Failure, int Left)> orders = [];

    public void Order(Failure failure)
    {
        lock (gate)
            orders.Add((failure, failure.Count));
    }

    /// <summary>The failure meant for this send, used up by taking it; null when it may pass.</summary>
    public Failure? TakeSendFailure(string number, string resident) =>
        Take(failure =>
            failure.Kind is not FailureKind.Media && (failure.Number ?? number) == number && (failure.Resident ?? resident) == resident
        );

    public GraphError? TakeMediaFailure() => Take(failure => failure.Kind is FailureKind.Media) is null ? null : GraphError.Unavailable;

    public void Clear()
    {
        lock (gate)
            orders.Clear();
    }

    private Failure? Take(Predicate<Failure> fits)
    {
        lock (gate)
        {
            var place = orders.FindIndex(order => fits(order.Failure));
            if (place < 0)
                return null;
            var (failure, left) = orders[place];
            if (left > 1)
                orders[place] = (failure, left - 1);
            else
                orders.RemoveAt(place);
            return failure;
        }
    }
}
