using WebcareHub.Contracts.Crises;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>A crisis as far as counting needs to know.</summary>
/// <param name="Scope">Layers it holds for now; empty when it holds nowhere.</param>
/// <param name="Ever">Layers it ever held for.</param>
/// <param name="Grip">Level by region, as told.</param>
internal sealed record CrisisFacts(
    Guid Id,
    string Layer,
    string Scenario,
    string Title,
    bool Exercise,
    IReadOnlyList<string> Scope,
    IReadOnlyList<string> Ever,
    IReadOnlyDictionary<string, int> Grip,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? EndedAt
)
{
    internal bool Active => EndedAt is null;

    /// <param name="facts">Null before it is declared.</param>
    internal static CrisisFacts? Evolve(CrisisFacts? facts, object happened) =>
        (facts, happened) switch
        {
            (_, CrisisDeclared e) => Of(e),
            (null, _) => null,
            (_, NationalScopeAsked e) => facts.Over(e.Meanwhile),
            (_, NationalScopeConfirmed) => facts.Over([RulesOfEngagement.Blueprint.National]),
            (_, NationalScopeFellBack e) => facts.Over(e.Scope),
            (_, PhaseChanged { To: CrisisPhase.Declared or CrisisPhase.ScaledUp or CrisisPhase.ScaledDown } e) => facts.Over(e.Scope),
            (_, GripTold e) => facts with { Grip = new Dictionary<string, int>(facts.Grip) { [e.Region] = e.Level } },
            (_, CrisisEnded e) => facts with { Scope = [], EndedAt = e.At },
            _ => facts,
        };

    private static CrisisFacts Of(CrisisDeclared e) =>
        new(
            e.CrisisId,
            e.Layer,
            e.Scenario,
            e.Title,
            e.Exercise,
            e.Scope,
            e.Scope,
            e.Grip.ToDictionary(level => level.Region, level => level.Level),
            e.At,
            null
        );

    private CrisisFacts Over(IReadOnlyList<string> scope) => this with { Scope = scope, Ever = [.. Ever.Union(scope)] };
}
