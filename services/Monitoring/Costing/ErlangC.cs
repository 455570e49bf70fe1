namespace WebcareHub.Monitoring.Costing;

/// <summary>
/// Erlang C: questions that arrive by chance, wait in one line and are answered by whoever is free. Nobody gives up, and each colleague is as fast
/// as any other.
/// </summary>
internal static class ErlangC
{
    private const int Most = 500;

    /// <summary>The fewest places that answer this share (0 to 1) within a time, and what share they answer then.</summary>
    /// <param name="arrivals">In an hour.</param>
    /// <param name="minutes">Each takes.</param>
    /// <param name="within">Minutes of waiting.</param>
    internal static (int Places, double Share) Needed(double arrivals, double minutes, double within, double share)
    {
        var load = arrivals * minutes / 60;
        for (var places = Math.Max(1, (int)Math.Floor(load) + 1); places < Most; places++)
        {
            var answered = Within(places, load, minutes, within);
            if (answered >= share)
            {
                return (places, answered);
            }
        }

        return (Most, Within(Most, load, minutes, within));
    }

    /// <summary>The share that waits no longer than a time. The load is below the number of places.</summary>
    internal static double Within(int places, double load, double minutes, double within) =>
        1 - (Waits(places, load) * Math.Exp(-(places - load) * within / minutes));

    /// <summary>The share that has to wait at all: from Erlang B, which can be computed place by place.</summary>
    internal static double Waits(int places, double load)
    {
        var blocked = 1.0;
        for (var place = 1; place <= places; place++)
        {
            blocked = load * blocked / (place + (load * blocked));
        }

        return blocked * places / (places - (load * (1 - blocked)));
    }
}
