using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Switching;

/// <summary>What the caller may do with a crisis at this moment, by the decisions themselves.</summary>
internal static class May
{
    internal static IReadOnlyList<string> Of(Standing standing, Course course)
    {
        (string Word, bool May)[] acts =
        [
            ("declare", course.Phase is CrisisPhase.Prepared or CrisisPhase.Proposed && standing.Leads(course)),
            ("confirm", Confirms(standing, course)),
            ("refuse", Confirm.Decide(standing, course, new(false, "x"), []).Refusal is null),
            ("scope", course.InForce && course.National is null && standing.Leads(course)),
            ("end", End.Decide(standing, course, "x").Refusal is null),
            ("aftermath", Can(standing, course, CrisisPhase.Aftermath)),
            ("evaluation", Can(standing, course, CrisisPhase.Evaluation)),
            ("closed", Can(standing, course, CrisisPhase.Closed)),
            ("setAside", SetAside.Decide(standing, course, "x").Refusal is null),
            ("grip", course.InForce && (standing.Leads(course) || standing.IsCoordinator)),
            ("nationalStructure", TellNationalStructure.Decide(standing, course, new(!course.NationalStructure, null)).Refusal is null),
            ("nextUpdate", PromiseUpdate.Decide(standing, course, standing.Now.AddHours(1)).Refusal is null),
            (
                "owner",
                standing.Leads(course) && (course.InForce || course.Over || course.Phase is CrisisPhase.Prepared or CrisisPhase.Asked)
            ),
            ("checklist", course.Scenario is not null && course.Phase != CrisisPhase.Closed),
            ("log", AddLogLine.Decide(standing, course, Guid.Empty, "x").Refusal is null),
        ];
        return [.. acts.Where(act => act.May).Select(act => act.Word)];
    }

    internal static bool Confirms(Standing standing, Course course) =>
        Confirm.Decide(standing, course, new(true, null), []).Refusal is null;

    private static bool Can(Standing standing, Course course, CrisisPhase phase) =>
        ChangePhaseTo.Decide(standing, course, new(phase, "x")).Refusal is null;
}
