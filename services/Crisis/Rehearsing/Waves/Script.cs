namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>
/// What a wave is made of, as it was when it began. Which message is the hundredth depends on the script and its seed alone, so that a wave goes
/// on after a restart as if nothing had happened.
/// </summary>
/// <param name="Places">Name by CBS code.</param>
/// <param name="Recorded">The messages of a recorded period, in order; null for a scripted wave.</param>
internal sealed record Script(
    Guid Seed,
    IReadOnlyDictionary<string, string> Places,
    IReadOnlyList<string> Channels,
    Shape Shape,
    Material Material,
    IReadOnlyList<RecordedLine>? Recorded = null
)
{
    private const int AgainEvery = 8;
    private const int AgainAfter = 5;

    public int Messages => Recorded?.Count ?? Shape.Messages;

    public TimeSpan Length => Recorded is { Count: > 0 } recorded ? recorded[^1].After : Shape.Length;

    /// <summary>How many messages have come when the wave has gone this far.</summary>
    public int Until(TimeSpan position) => Recorded is null ? Shape.Until(position) : Recorded.Count(line => line.After <= position);

    /// <summary>A message by its number, from 0.</summary>
    public Line this[int number] => Recorded is null ? Scripted(number) : Recorded[number].Line;

    private Line Scripted(int number)
    {
        var again = number % AgainEvery == AgainEvery - 1 && Material.Again.Count > 0;
        var resident = again ? number - AgainAfter : number;
        var (who, what) = (new Dice(Seed, resident, 1), new Dice(Seed, number, 2));
        string[] codes = [.. Places.Keys.Order(StringComparer.Ordinal)];
        // Not everywhere is it equally bad.
        var municipality = codes[Math.Min(who.Next(codes.Length), who.Next(codes.Length))];
        var (channel, name, street) = (who.Of(Channels), who.Of(Material.Names), who.Of(Material.Streets));
        var sentence = what.Of(again ? Material.Again : Material.Sentences)
            .Replace("{plaats}", Places[municipality], StringComparison.Ordinal)
            .Replace("{straat}", street, StringComparison.Ordinal)
            .Replace("{naam}", name, StringComparison.Ordinal);
        return new(municipality, channel, resident, name, Typing.Of(sentence, name, what));
    }
}

/// <summary>What the messages of a scripted wave are made from.</summary>
internal sealed record Material(
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Again,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Streets
);

/// <summary>A message of a recorded period.</summary>
/// <param name="After">How long after the period began.</param>
internal sealed record RecordedLine(TimeSpan After, Line Line);
