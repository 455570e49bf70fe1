using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Switching;

/// <summary>
/// What a crisis changes in the epoch row, written in the transaction of its events: the log and every node say the same, or nothing happened.
/// </summary>
internal static class Effect
{
    /// <summary>As the epoch row has to hold it; null when it is not in force.</summary>
    internal static CrisisInForce? Of(Course course) =>
        course is { InForce: true, Scope.Count: > 0, Scenario: { } scenario, DeclaredAt: { } since }
            ? new(course.Id, scenario, course.Scope, course.Exercise, since)
            : null;

    internal static void Collect(EventSession session, Course before, Course after)
    {
        var (was, wanted) = (Of(before), Of(after));
        if (wanted is not null && !Same(was, wanted))
            session.SwitchCrisis(wanted);
        else if (was is not null && wanted is null)
            session.LiftCrisis(was.Id);
    }

    private static bool Same(CrisisInForce? was, CrisisInForce wanted) =>
        was is not null && was with { Scope = wanted.Scope } == wanted && was.Scope.SequenceEqual(wanted.Scope);
}
