using WebcareHub.ServiceDefaults;

namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>A municipality of the simulated day.</summary>
/// <param name="Hours">Own opening hours on weekdays.</param>
/// <param name="Share">Its weight in the pool.</param>
internal sealed record Town(string Code, string Region, string Hours, int Share);

/// <summary>A colleague of the simulated day.</summary>
/// <param name="From">Begins, as an hour of the day in Amsterdam.</param>
/// <param name="Until">Goes home.</param>
/// <param name="Break">When they are away.</param>
/// <param name="LeavesUnfinished">Goes home with a question in hand.</param>
internal sealed record Colleague(
    Caller Caller,
    string Region,
    TimeSpan From,
    TimeSpan Until,
    (TimeSpan From, TimeSpan Until) Break,
    bool LeavesUnfinished = false
)
{
    public bool IsAtWork(TimeSpan time) => time >= From && time < Until && !(time >= Break.From && time < Break.Until);
}

/// <summary>Somebody asks something.</summary>
/// <param name="Minutes">How long they may wait for an answer.</param>
/// <param name="StaysHome">Never leaves its municipality.</param>
internal sealed record Asked(TimeSpan At, string Town, string Text, int Minutes, bool StaysHome = false);

/// <summary>
/// A Monday of three regions of ten municipalities, from a seed: own hours, own colleagues in a few, colleagues of the pool with breaks, and at ten
/// o'clock a burst in the south.
/// </summary>
internal sealed class World
{
    public const string North = "noord";
    public const string East = "oost";
    public const string South = "zuid";
    private const int TownsEach = 10;
    private static readonly string[] Hours = ["09:00-17:00", "08:30-12:30", "10:00-16:00"];
    private readonly Random _dice;
    private readonly int _size;

    /// <param name="size">How many times as busy.</param>
    public World(int seed, int size)
    {
        (_dice, _size) = (new Random(seed), size);
        Towns = [.. Regions.SelectMany(region => Enumerable.Range(0, TownsEach).Select(number => TownOf(region, number)))];
        Colleagues = [.. Own(), .. Helpers()];
        Asked = [.. Quiet().Concat(Burst()).Concat(Urgent()).Concat(Early()).Concat(AtTheDoor()).OrderBy(asked => asked.At)];
    }

    public static IReadOnlyList<string> Regions { get; } = [North, East, South];

    public IReadOnlyList<Town> Towns { get; }
    public IReadOnlyList<Colleague> Colleagues { get; }
    public IReadOnlyList<Asked> Asked { get; }

    /// <summary>So long in the burst every municipality still has questions, however fairly it is served.</summary>
    public int MeasuredClaims => 4 * TownsOf(South).Take(TownsEach - 1).Sum(town => town.Share) * _size;

    public IEnumerable<Town> TownsOf(string region) => Towns.Where(town => town.Region == region);

    private static string CodeOf(string region, int number) => $"GM9{Regions.ToList().IndexOf(region)}{number:00}";

    private static Town TownOf(string region, int number) =>
        new(CodeOf(region, number), region, Hours[number % Hours.Length], number < 5 ? 1 : 2);

    /// <summary>Three municipalities in the north and in the east have a colleague of their own.</summary>
    private IEnumerable<Colleague> Own() =>
        new[] { North, East }.SelectMany(region =>
            Enumerable
                .Range(0, 3 * _size)
                .Select(number => Of(region, number % 3, $"eigen-{region}-{number}", (9, 17), 12.5 + (number % 2 * 0.5)))
        );

    /// <summary>The last municipality of each region lends its colleagues to the pool.</summary>
    private IEnumerable<Colleague> Helpers()
    {
        foreach (var (region, number) in new[] { (North, 2), (East, 2), (South, 4) })
            for (var one = 0; one < number * _size; one++)
                yield return Of(region, TownsEach - 1, $"pool-{region}-{one}", (region == East ? 9.5 : 8, 20), 13 + (one % 3 * 0.5));
        yield return Of(North, TownsEach - 1, "vroeg-noord", (8, 11), 7) with
        {
            LeavesUnfinished = true,
        };
    }

    private static Colleague Of(string region, int town, string name, (double From, double Until) shift, double pause) =>
        new(
            new(name, $"Collega {name}", CodeOf(region, town), ["webcare"]),
            region,
            TimeSpan.FromHours(shift.From),
            TimeSpan.FromHours(shift.Until),
            (TimeSpan.FromHours(pause), TimeSpan.FromHours(pause + 0.5))
        );

    private IEnumerable<Asked> Quiet()
    {
        foreach (var town in Towns.Where(town => town.Region != South))
            for (var number = 0; number < 4 * _size; number++)
            {
                var own = string.CompareOrdinal(CodeOf(town.Region, 3), town.Code) > 0;
                var at = TimeSpan.FromMinutes(_dice.Next(8 * 60, 16 * 60));
                yield return own && number % 4 == 0 ? new(at, town.Code, "Mijn paspoort is kwijt", 240, StaysHome: true)
                : number % 2 == 0 ? new(at, town.Code, "Waar kan ik parkeren?", 240)
                : new(at, town.Code, "De container is vol", 120);
            }
    }

    private IEnumerable<Asked> Burst() =>
        TownsOf(South)
            .Take(TownsEach - 1)
            .SelectMany(town =>
                Enumerable.Repeat(new Asked(TimeSpan.FromHours(10), town.Code, "Het water staat in de straat", 480), 6 * town.Share * _size)
            );

    /// <summary>Before anybody is there; the own colleague comes before the pool.</summary>
    private static IEnumerable<Asked> Early() => [new(new(8, 20, 0), CodeOf(East, 0), "De container is vol", 120)];

    /// <summary>More than those who are free, just before one of them goes home.</summary>
    private IEnumerable<Asked> AtTheDoor() =>
        TownsOf(North)
            .Skip(3)
            .Take(6)
            .SelectMany(town => Enumerable.Repeat(new Asked(new(10, 50, 0), town.Code, "De container is vol", 120), 2 * _size));

    /// <summary>In the middle of it some cannot wait.</summary>
    private IEnumerable<Asked> Urgent() =>
        TownsOf(South).Take(4).Select(town => new Asked(new(10, 30, 0), town.Code, "Nood: iemand zit vast", 35));
}
