using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Peers;

/// <summary>Puts the figures of a municipality beside those of a group.</summary>
internal sealed class Comparing(Sharing sharing, MonthValues values, Comparisons told, TimeProvider time)
{
    private const string NotShared = "Uw gemeente deelt dit cijfer niet. Wie deelt, ziet ook dat van anderen.";
    private const string TooFew = "Er delen te weinig gemeenten dit cijfer om het te laten zien zonder dat een gemeente te herkennen is.";

    /// <summary>Null when there is no such month or group for this municipality.</summary>
    internal async Task<PeerComparison?> OfAsync(Scope scope, Caller caller, (string? Month, string? Group) asked, CancellationToken ct)
    {
        var at = scope.At ?? time.GetUtcNow();
        var months = await MonthsAsync(at, ct);
        var groups = GroupsOf(scope.Blueprint);
        var own = groups.Where(group => group.Members.Contains(scope.Code)).ToList();
        var month = asked.Month is { Length: > 0 } wanted ? months.FirstOrDefault(each => Write(each) == wanted) : months.FirstOrDefault();
        var group = asked.Group is { Length: > 0 } id ? own.FirstOrDefault(each => each.Id == id) : own.FirstOrDefault();
        if (month == default || group is null)
        {
            return null;
        }

        return new(
            scope.Code,
            scope.NameOf(scope.Code),
            Write(month),
            [.. months.Select(Write)],
            group.Id,
            [.. own.Select(each => new PeerGroup(each.Id, each.Title))],
            MonthValues.CountedAt(month),
            await FiguresAsync(scope, (month, group, at), ct),
            caller.Roles.Contains("manager")
        );
    }

    private async Task<IReadOnlyList<ComparedFigure>> FiguresAsync(
        Scope scope,
        (DateOnly Month, Grouping.Group Group, DateTimeOffset At) asked,
        CancellationToken ct
    )
    {
        var shared = await sharing.InAsync(asked.Month, asked.At, ct);
        var next = await sharing.InAsync(MonthOf(asked.At), asked.At, ct);
        var own = await values.OfAsync(scope.Code, asked.Month, ct);
        var means = await told.OfAsync(asked.Month, asked.Group.Id, ct);
        var figures = new List<ComparedFigure>();
        foreach (var figure in MonthValues.Figures(scope.Blueprint))
        {
            var mine = shared[figure.Id].Contains(scope.Code);
            var peers = mine && means.TryGetValue(figure.Id, out var mean) ? Shown(figure.Unit, mean) : (null, 0);
            var value = own.TryGetValue(figure.Id, out var known) ? known : (double?)null;
            figures.Add(Beside(figure, value, peers) with { Shared = mine, SharedNext = next[figure.Id].Contains(scope.Code) });
        }

        return
        [
            .. figures.Select(each =>
                each with
                {
                    WhyNot =
                        !each.Shared ? NotShared
                        : each.Peers is null ? TooFew
                        : null,
                }
            ),
        ];
    }

    private static ComparedFigure Beside(FigureDefinition figure, double? own, (double? Mean, int AtLeast) peers) =>
        new(
            figure.Id,
            figure.Title,
            figure.Text,
            figure.Unit,
            own,
            peers.Mean,
            peers.AtLeast,
            figure.Target,
            figure.Reference,
            false,
            false,
            null
        );

    internal DateOnly Present() => MonthOf(time.GetUtcNow());

    private static DateOnly MonthOf(DateTimeOffset at)
    {
        var day = Local.Day(at);
        return new(day.Year, day.Month, 1);
    }

    /// <summary>
    /// The nation, then the provinces of the register, then the regions that municipalities formed themselves, then those of about the same size:
    /// who says in their layer how many inhabitants they have.
    /// </summary>
    internal static IReadOnlyList<Grouping.Group> GroupsOf(Blueprint blueprint) =>
        [
            new(Blueprint.National, "heel Nederland", blueprint.Register.Select(known => known.Code).ToHashSet()),
            .. blueprint
                .Register.GroupBy(known => known.Province)
                .OrderBy(province => province.Key, StringComparer.Ordinal)
                .Select(province => new Grouping.Group(
                    "province-" + province.Key.ToLowerInvariant().Replace(' ', '-'),
                    "provincie " + province.Key,
                    province.Select(known => known.Code).ToHashSet()
                )),
            .. blueprint
                .Layers.Where(layer => layer.Kind == "region")
                .OrderBy(layer => layer.Code, StringComparer.Ordinal)
                .Select(layer => new Grouping.Group(layer.Code, Scopes.TitleOf(blueprint, layer.Code), layer.Members.ToHashSet())),
            .. Sizes.Select(size => new Grouping.Group(
                size.Id,
                size.Title,
                blueprint
                    .Layers.Where(layer => layer.Kind == "municipality" && layer.Inhabitants >= size.From && layer.Inhabitants < size.Until)
                    .Select(layer => layer.Code)
                    .ToHashSet()
            )),
        ];

    private static readonly (string Id, string Title, int From, int Until)[] Sizes =
    [
        ("size-small", "gemeenten tot 20.000 inwoners", 1, 20_000),
        ("size-medium", "gemeenten van 20.000 tot 50.000 inwoners", 20_000, 50_000),
        ("size-large", "gemeenten van 50.000 tot 100.000 inwoners", 50_000, 100_000),
        ("size-city", "gemeenten vanaf 100.000 inwoners", 100_000, int.MaxValue),
    ];

    /// <summary>Rounded so that one municipality's change does not show.</summary>
    internal static double Round(string unit, double mean) =>
        unit switch
        {
            FigureUnits.Score => Math.Round(mean, 1, MidpointRounding.AwayFromZero),
            FigureUnits.Percent => Math.Round(mean, MidpointRounding.AwayFromZero),
            _ when mean < 10 => Math.Round(mean, 1, MidpointRounding.AwayFromZero),
            _ => 5 * Math.Round(mean / 5, MidpointRounding.AwayFromZero),
        };

    internal static (double? Value, int AtLeast) Shown(string unit, (double Mean, int Members) of) =>
        (Round(unit, of.Mean), of.Members / Grouping.Least * Grouping.Least);

    /// <summary>The newest first.</summary>
    internal async Task<List<DateOnly>> MonthsAsync(DateTimeOffset at, CancellationToken ct)
    {
        var over = MonthOf(at).AddMonths(-1);
        var wanted = MonthValues.CountedAt(over) <= at ? over : over.AddMonths(-1);
        return await told.UpToAsync(wanted, time.GetUtcNow(), ct) is { } last
            ? [.. Enumerable.Range(0, Grouping.Months).Select(back => last.AddMonths(-back))]
            : [];
    }

    internal static string Write(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
