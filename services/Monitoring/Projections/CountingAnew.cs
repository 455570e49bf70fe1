using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Projections;

/// <summary>Counting anew from the command line: it asks for it and tells how far it is; the running service does the work.</summary>
public sealed class CountingAnew
{
    private const string Standing = """
        select g.projection, g.generation, g.state, g.position, g.goal from monitoring.generations g order by g.projection, g.generation
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Database _database;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly LagNow _lag;

    internal CountingAnew(Database database, IEnumerable<IProjection> projections, LagNow lag) =>
        (_database, _projections, _lag) = (database, [.. projections], lag);

    /// <summary>What can be counted anew.</summary>
    public static IReadOnlyList<string> Names { get; } = ["questions", "environment", "hours"];

    /// <summary>Writes a line for each generation that is there, and how far the counting is behind the log.</summary>
    public async Task TellAsync(TextWriter into, CancellationToken ct)
    {
        foreach (var lag in (await _lag.AllAsync(ct)).Projections!)
        {
            await into.WriteLineAsync($"{lag.Projection}: {lag.Events} events behind, {lag.Seconds:0} s");
        }

        foreach (var one in await GenerationsAsync(ct))
        {
            await into.WriteLineAsync($"{one.Projection} {one.Number}: {one.State}{(one.State == "filling" ? $", {one.Share:0.0}%" : "")}");
        }
    }

    /// <summary>Asks for new generations and tells how far they are until they serve. Breaking off leaves them to the service.</summary>
    /// <param name="wanted">Of <see cref="Names"/>; none: all.</param>
    public async Task RunAsync(IReadOnlyCollection<string> wanted, TextWriter into, CancellationToken ct)
    {
        foreach (var projection in _projections.Where(each => wanted.Count == 0 || wanted.Contains(each.Name)))
        {
            await Generations.BeginAsync(_database, projection.Name, ct);
        }

        string? told = null;
        while (await FillingAsync(CancellationToken.None) is { Count: > 0 } filling)
        {
            var line = string.Join(", ", filling.Select(one => $"{one.Projection} {one.Share:0.0}%"));
            if (line != told)
            {
                await into.WriteLineAsync(told = line);
            }

            await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested)
            {
                await into.WriteLineAsync("The service goes on with it.");
                return;
            }
        }

        await into.WriteLineAsync("The new count serves.");
    }

    private async Task<IReadOnlyList<Generation>> FillingAsync(CancellationToken ct) =>
        [.. (await GenerationsAsync(ct)).Where(one => one.State == "filling")];

    private async Task<IReadOnlyList<Generation>> GenerationsAsync(CancellationToken ct)
    {
        await using var command = _database.Feed.CreateCommand(Standing);
        var generations = new List<Generation>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var filled = new Generations.Filling(row.GetInt32(1), row.GetInt64(3), row.GetInt64(4));
            generations.Add(new(row.GetString(0), filled.Generation, row.GetString(2), filled.Share));
        }

        return generations;
    }

    private sealed record Generation(string Projection, int Number, string State, double Share);
}
