using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>The opening hours of a municipality as they held one after the other. What held once never changes: later hours only come behind it.</summary>
/// <param name="Stretches">In order of time; the first holds for all that lies before too.</param>
internal sealed record HoursThen(IReadOnlyList<(DateTimeOffset From, OpeningHours Hours)> Stretches)
{
    /// <summary>How long webcare was open between two moments, stretch by stretch.</summary>
    internal TimeSpan OpenBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var open = TimeSpan.Zero;
        for (var i = 0; i < Stretches.Count; i++)
        {
            var begins = i == 0 || Stretches[i].From < from ? from : Stretches[i].From;
            var ends = i + 1 < Stretches.Count && Stretches[i + 1].From < until ? Stretches[i + 1].From : until;
            open += begins < ends ? Stretches[i].Hours.OpenBetween(begins, ends) : TimeSpan.Zero;
        }

        return open;
    }

    /// <summary>Without what came later.</summary>
    internal HoursThen KnownAt(DateTimeOffset moment) =>
        Stretches.Count == 1 || Stretches[^1].From <= moment
            ? this
            : new([Stretches[0], .. Stretches.Skip(1).Where(stretch => stretch.From <= moment)]);

    internal bool IsOpen(DateTimeOffset at) =>
        (Stretches.LastOrDefault(stretch => stretch.From <= at).Hours ?? Stretches[0].Hours).IsOpen(at);
}
