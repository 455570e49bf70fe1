using System.Collections.Immutable;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Following;

/// <summary>What core messages and public pages need to know of a crisis, from its own events.</summary>
/// <param name="Scope">The layers it holds for; after its end those it held for.</param>
/// <param name="Approves">Whose yes a text needs, per region, as the level told there asks.</param>
/// <param name="ChangedAt">When something residents see of it last changed.</param>
internal sealed record CrisisFacts(
    Guid Id,
    string Layer,
    string Scenario,
    string Title,
    IReadOnlyList<string> Scope,
    bool Exercise,
    DateTimeOffset DeclaredAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? NextUpdate,
    DateTimeOffset ChangedAt,
    ImmutableDictionary<string, ApprovingRole> Approves
)
{
    /// <summary>Null as long as it was not declared.</summary>
    internal static CrisisFacts? Evolve(CrisisFacts? crisis, object happened) =>
        (crisis, happened) switch
        {
            (_, CrisisDeclared e) => Declared(e),
            (null, _) => null,
            ({ } known, NationalScopeConfirmed e) => known with { Scope = [RulesOfEngagement.Blueprint.National], ChangedAt = e.At },
            ({ } known, NationalScopeFellBack e) => known with { Scope = e.Scope, ChangedAt = e.At },
            ({ EndedAt: null } known, PhaseChanged e) => known with { Scope = e.Scope, ChangedAt = e.At },
            ({ } known, CrisisEnded e) => known with { Scope = e.Scope, EndedAt = e.At, NextUpdate = null, ChangedAt = e.At },
            ({ } known, NextUpdateSet e) => known with { NextUpdate = e.Next, ChangedAt = e.At },
            ({ } known, GripTold e) => known with { Approves = known.Approves.SetItem(e.Region, e.Approves) },
            ({ } known, _) => known,
        };

    private static CrisisFacts Declared(CrisisDeclared e) =>
        new(
            e.CrisisId,
            e.Layer,
            e.Scenario,
            e.Title,
            e.Scope,
            e.Exercise,
            e.At,
            null,
            e.NextUpdate,
            e.At,
            e.Grip.ToImmutableDictionary(told => told.Region, told => Of(told.Level))
        );

    private static ApprovingRole Of(int level) =>
        level switch
        {
            <= 2 => ApprovingRole.HeadOfCommunication,
            3 => ApprovingRole.MayorsLine,
            _ => ApprovingRole.RegionalChain,
        };
}
