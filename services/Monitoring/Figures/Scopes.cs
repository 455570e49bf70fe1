using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Figures;

/// <summary>Which municipality, region or nation a caller may ask about.</summary>
internal sealed class Scopes(Rulebook rulebook, BlueprintThen then, Offices offices, TimeProvider time)
{
    /// <summary>What was asked for; null when it is not there for them.</summary>
    /// <param name="scope">Null: the caller's own municipality.</param>
    /// <param name="roles">One of these is needed for the own municipality; for a region or the nation the office of coordinator.</param>
    internal Task<Scope?> FindAsync(Caller caller, string? scope, IReadOnlyList<string> roles, CancellationToken ct) =>
        FindAsync(caller, scope, roles, null, ct);

    /// <summary>The same as it was at a moment. Who may see it goes by now.</summary>
    /// <param name="at">Null, and a moment to come: now.</param>
    internal async Task<Scope?> FindAsync(
        Caller caller,
        string? scope,
        IReadOnlyList<string> roles,
        DateTimeOffset? at,
        CancellationToken ct
    )
    {
        await rulebook.NowAsync(caller.Home, ct);
        var blueprint = rulebook.Last!.Blueprint;
        var layers = blueprint.Layers.Select(layer => layer.Code).Where(code => !code.StartsWith("GM", StringComparison.Ordinal)).ToList();
        var held = await offices.HeldAsync(caller, layers, Office.Coordinator, ct);
        var open = held.Contains(Blueprint.National) ? layers : [.. held];
        List<ScopeName> names =
        [
            .. caller.Roles.Any(roles.Contains) ? new[] { new ScopeName(caller.Home, TitleOf(blueprint, caller.Home)) } : [],
            .. open.OrderBy(code => code == Blueprint.National).Select(code => new ScopeName(code, TitleOf(blueprint, code))),
        ];
        var wanted =
            !string.IsNullOrEmpty(scope) ? scope
            : names is [var first, ..] ? first.Code
            : "";
        return names.FirstOrDefault(name => name.Code == wanted) is { } found
            ? await AsItWasAsync(found, names, caller, at <= time.GetUtcNow() ? at : null, ct)
            : null;
    }

    private async Task<Scope> AsItWasAsync(
        ScopeName found,
        IReadOnlyList<ScopeName> names,
        Caller caller,
        DateTimeOffset? at,
        CancellationToken ct
    )
    {
        var blueprint = await then.AtAsync(at, ct);
        return new(found.Code, found.Title, names, Municipalities(blueprint, found.Code), found.Code == caller.Home, blueprint, at);
    }

    /// <summary>Read figures.</summary>
    internal static readonly IReadOnlyList<string> Readers = ["analyst", "manager", "admin"];

    /// <summary>Read what happens now.</summary>
    internal static readonly IReadOnlyList<string> Watchers = ["webcare", "spokesperson", .. Readers];

    internal static string TitleOf(Blueprint blueprint, string code) =>
        code == Blueprint.National ? "heel Nederland"
        : code.StartsWith("GM", StringComparison.Ordinal) ? $"gemeente {blueprint.For(code).Voice.Name}"
        : blueprint.Layers.FirstOrDefault(layer => layer.Code == code)?.Title is { Length: > 0 } title
            ? char.ToLowerInvariant(title[0]) + title[1..]
        : code;

    internal static IReadOnlyList<string> Municipalities(Blueprint blueprint, string code) =>
        code == Blueprint.National ? [.. blueprint.Register.Select(known => known.Code).Distinct()]
        : blueprint.Layers.FirstOrDefault(layer => layer.Code == code && layer.Kind is "region" or "province") is { } layer
            ? [.. layer.Members]
        : code.StartsWith("GM", StringComparison.Ordinal) ? [code]
        // Not founded yet at that moment.
        : [];
}

/// <summary>A scope with what it holds.</summary>
/// <param name="Open">What the caller may choose.</param>
/// <param name="Own">The caller's own municipality: nothing is hidden, and the questions behind a number are shown.</param>
/// <param name="Blueprint">As it was at <paramref name="At"/>.</param>
/// <param name="At">A moment that is past; null for now.</param>
internal sealed record Scope(
    string Code,
    string Title,
    IReadOnlyList<ScopeName> Open,
    IReadOnlyList<string> Municipalities,
    bool Own,
    Blueprint Blueprint,
    DateTimeOffset? At = null
)
{
    internal string NameOf(string municipality) => Blueprint.For(municipality).Voice.Name;

    internal string? TitleOf(string municipality, string? topic) => Blueprint.For(municipality).Topic(topic)?.Title;
}
