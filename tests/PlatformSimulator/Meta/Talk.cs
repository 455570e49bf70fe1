namespace WebcareHub.PlatformSimulator.Meta;

/// <summary>What one person and one page or account wrote to each other in private.</summary>
internal sealed class Talk
{
    private readonly Lock gate = new();
    private readonly List<Line> lines = [];

    internal sealed record Line(string Id, bool FromPerson, string? Text, DateTimeOffset At)
    {
        public string? Tag { get; init; }

        public string? File { get; init; }

        public string? About { get; init; }

        public string? Metadata { get; init; }
    }

    /// <summary>When the person wrote last; null when they never did.</summary>
    public DateTimeOffset? Latest { get; private set; }

    public Line[] Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public void Add(Line line)
    {
        lock (gate)
        {
            lines.Add(line);
            if (line.FromPerson && (Latest is null || line.At > Latest))
                Latest = line.At;
        }
    }
}
