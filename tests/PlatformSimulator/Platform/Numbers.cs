using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>The numbers the platform knows.</summary>
internal sealed class Numbers
{
    private static readonly PhoneNumber[] Demo =
    [
        new("100000088", "+31 519 550 088", "GM0088", "Gemeente Schiermonnikoog", "demo-token"),
        new("100000072", "+31 517 550 072", "GM0072", "Gemeente Harlingen", "demo-token"),
        new("100000193", "+31 38 550 0193", "GM0193", "Gemeente Zwolle", "demo-token"),
        new("100000448", "+31 222 550 448", "GM0448", "Gemeente Texel", "demo-token"),
    ];

    private readonly ConcurrentDictionary<string, PhoneNumber> known = new();

    public Numbers(IOptions<SimulatorOptions> options)
    {
        var configured = options
            .Value.Numbers.Select(n => new PhoneNumber(n.Id, n.DisplayNumber, n.Municipality, n.Name, n.Token))
            .ToArray();
        foreach (var number in configured is [] ? Demo : configured)
            Add(number);
    }

    public IEnumerable<PhoneNumber> All => known.Values.OrderBy(n => n.Municipality, StringComparer.Ordinal);

    public PhoneNumber? Find(string id) => known.GetValueOrDefault(id);

    public void Add(PhoneNumber number) => known[number.Id] = number;

    /// <summary>The number behind an id for a caller with this Authorization header, or the error the platform would give.</summary>
    public (PhoneNumber? Number, GraphError? Error) Open(string id, string? authorization)
    {
        if (!KnowsToken(authorization))
            return (null, GraphError.BadToken);
        var number = Find(id);
        return number is not null && authorization == $"Bearer {number.Token}" ? (number, null) : (null, GraphError.UnknownObject(id));
    }

    public bool KnowsToken(string? authorization) =>
        authorization is not null && known.Values.Any(number => authorization == $"Bearer {number.Token}");
}
